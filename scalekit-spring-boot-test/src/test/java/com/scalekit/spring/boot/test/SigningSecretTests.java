package com.scalekit.spring.boot.test;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.scalekit.spring.interceptors.InterceptorOutcome;
import com.scalekit.spring.interceptors.InterceptorReceiver;
import com.scalekit.spring.interceptors.PreSignup;
import com.scalekit.spring.interceptors.ScalekitInterceptor;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.webhooks.InterceptorQuestion;
import com.scalekit.spring.test.webhooks.WebhookEvent;
import com.scalekit.spring.webhooks.WebhookHeaders;
import com.scalekit.spring.webhooks.WebhookOutcome;
import com.scalekit.spring.webhooks.WebhookReceiver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Wherever the application has its signing secrets from, its tests have those of the
 * server instead. One that has none is not helped out.
 */
class SigningSecretTests {

	private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

	private static final String OTHER = "whsec_ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

	@SpringBootTest(webEnvironment = WebEnvironment.NONE)
	@ContextConfiguration(classes = Application.class)
	@AutoConfigureScalekitServer
	abstract static class Replaced {

		@Test
		void isThatOfTheServer(@Autowired WebhookReceiver webhooks, @Autowired InterceptorReceiver interceptors,
				@Autowired ScalekitServer server) {
			assertThat(receive(webhooks, server.webhooks().event("user.login"))).isEqualTo(WebhookOutcome.HANDLED);
			assertThat(receive(interceptors, server.interceptors().ask("PRE_SIGNUP")))
				.isEqualTo(InterceptorOutcome.ALLOWED);
		}

		@Test
		void isTheOnlyOne(@Autowired WebhookReceiver webhooks, @Autowired InterceptorReceiver interceptors,
				@Autowired ScalekitServer server) {
			for (String secret : List.of(SECRET, OTHER)) {
				assertThat(receive(webhooks, server.webhooks().event("user.login").signedWith(secret)))
					.isEqualTo(WebhookOutcome.REFUSED);
				assertThat(receive(interceptors, server.interceptors().ask("PRE_SIGNUP").signedWith(secret)))
					.isEqualTo(InterceptorOutcome.REFUSED);
			}
		}

		private static WebhookOutcome receive(WebhookReceiver receiver, WebhookEvent event) {
			return receiver.receive(WebhookHeaders.from(event.headers()), event.body()).outcome();
		}

		private static InterceptorOutcome receive(InterceptorReceiver receiver, InterceptorQuestion question) {
			Map<String, String> headers = question.headers();
			return receiver
				.receive(WebhookHeaders.fromValues(InterceptorReceiver.HEADER_PREFIX,
						(name) -> List.of(headers.getOrDefault(name, ""))), question.body())
				.outcome();
		}

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE,
			properties = { "scalekit.webhook.secret=" + SECRET, "scalekit.interceptor.secret=" + SECRET })
	class Property extends Replaced {

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE,
			properties = { "scalekit.webhook.secret[0]=" + SECRET, "scalekit.webhook.secret[1]=" + OTHER,
					"scalekit.interceptor.secret[0]=" + SECRET, "scalekit.interceptor.secret[1]=" + OTHER })
	class ListElements extends Replaced {

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = {
			"scalekit.webhook.secret=" + SECRET + "," + OTHER, "scalekit.interceptor.secret=" + SECRET + "," + OTHER })
	class CommaSeparatedList extends Replaced {

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = { "scalekit.webhook.secret=${MISSING_VARIABLE}",
			"scalekit.interceptor.secret[0]=${MISSING_VARIABLE}" })
	class UnresolvablePlaceholder extends Replaced {

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = { "scalekit.webhook.secret=${MISSING_VARIABLE:}",
			"scalekit.interceptor.secret=${MISSING_VARIABLE:}" })
	class PlaceholderWithEmptyDefault extends Replaced {

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE)
	@ContextConfiguration(initializers = Variables.class)
	class EnvironmentVariables extends Replaced {

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE)
	class DynamicProperty extends Replaced {

		@DynamicPropertySource
		static void secrets(DynamicPropertyRegistry registry) {
			registry.add("scalekit.webhook.secret", () -> SECRET);
			registry.add("scalekit.interceptor.secret", () -> SECRET);
		}

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE)
	@ContextConfiguration(classes = WithPropertySource.class)
	class PropertySourceOfConfiguration extends Replaced {

	}

	@SpringBootTest(webEnvironment = WebEnvironment.NONE)
	@ContextConfiguration(classes = Application.class)
	@AutoConfigureScalekitServer
	abstract static class Missing {

		@Test
		void isMissing(@Autowired ApplicationContext context) {
			assertThat(context.getBeansOfType(WebhookReceiver.class)).isEmpty();
			assertThat(context.getBeansOfType(InterceptorReceiver.class)).isEmpty();
		}

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE)
	class NoProperty extends Missing {

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE,
			properties = { "scalekit.webhook.secret=", "scalekit.interceptor.secret=" })
	@ContextConfiguration(initializers = Variables.class)
	class EmptyPropertyThatHidesVariables extends Missing {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		ScalekitInterceptor<PreSignup> everybody() {
			return PreSignup::allow;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@PropertySource("classpath:secrets.properties")
	static class WithPropertySource {

	}

	static final class Variables implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			context.getEnvironment()
				.getPropertySources()
				.addLast(new SystemEnvironmentPropertySource("test-systemEnvironment",
						Map.of("SCALEKIT_WEBHOOK_SECRET", SECRET, "SCALEKIT_INTERCEPTOR_SECRET_0", SECRET)));
		}

	}

}
