package com.scalekit.spring.boot.test;

import java.net.URI;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.interceptors.PreSignup;
import com.scalekit.spring.interceptors.ScalekitInterceptor;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScalekitServerCustomizer;
import com.scalekit.spring.test.webhooks.WebhookDelivery;
import com.scalekit.spring.test.webhooks.WebhookEvent;
import com.scalekit.spring.webhooks.events.OrganizationEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the server sends arrives at the application under test, if that is running.
 */
class DeliveryTests {

	@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
			properties = { "scalekit.webhook.secret=${SCALEKIT_WEBHOOK_SECRET}",
					"scalekit.interceptor.secret=${SCALEKIT_INTERCEPTOR_SECRET}" })
	@ContextConfiguration(classes = Application.class)
	@AutoConfigureScalekitServer
	abstract static class Delivered {

		@Autowired
		private ScalekitServer server;

		@Autowired
		private Names names;

		@Test
		void changesOfTheApplicationArrive(@Autowired OrganizationsClient organizations) {
			this.names.clear();
			organizations.create(CreateOrganization.named("Acme"));
			WebhookDelivery delivery = this.server.webhooks().awaitDelivery("organization.created");
			assertThat(delivery.attempt()).isEqualTo(1);
			assertThat(this.names).containsExactly("Acme");
		}

		@Test
		void changesOfTheTestArrive() {
			this.names.clear();
			this.server.organizations().addMany(2);
			assertThat(this.server.webhooks().awaitDeliveries()).allMatch(WebhookDelivery::isSuccessful);
			assertThat(this.names).containsExactly("Organization 1", "Organization 2");
		}

		@Test
		void eventsOfTheTestArrive() {
			this.names.clear();
			assertThat(this.server.webhooks()
				.event("organization.created")
				.data("display_name", "Acme")
				.deliver()
				.status()).isEqualTo(200);
			assertThat(this.names).containsExactly("Acme");
		}

		@Test
		void interceptorsAreAsked() {
			assertThat(this.server.interceptors().ask("PRE_SIGNUP").email("ann@acme.com").decision().allowed())
				.isTrue();
			assertThat(this.server.interceptors().ask("PRE_SIGNUP").email("bob@example.com").decision().message())
				.isEqualTo("Use your company address");
		}

		/**
		 * What a test leaves behind does not reach the application during the next one.
		 */
		@RepeatedTest(5)
		void testsBeginWithoutDeliveries() {
			this.names.clear();
			assertThat(this.server.webhooks().deliveries()).isEmpty();
			this.server.organizations().add("Acme");
			assertThat(this.server.webhooks().awaitDeliveries()).hasSize(1);
			assertThat(this.names).containsExactly("Acme");
			this.server.organizations().addMany(50);
		}

		@RepeatedTest(2)
		void targetsOfATestDoNotLast() {
			assertThat(this.server.webhooks().target()).isNotNull();
			assertThat(this.server.interceptors().target()).isNotNull();
			this.server.webhooks().target(null);
			this.server.interceptors().target(null);
		}

	}

	@Nested
	class Servlet extends Delivered {

	}

	@Nested
	@TestPropertySource(properties = { "server.servlet.context-path=/app", "spring.mvc.servlet.path=/mvc",
			"spring.webflux.base-path=/other", "scalekit.webhook.path=/mvc/hooks/scalekit",
			"scalekit.interceptor.path=/mvc/rules", "management.server.port=0" })
	class ServletOnOtherPaths extends Delivered {

	}

	@Nested
	@TestPropertySource(properties = "spring.main.web-application-type=reactive")
	class Reactive extends Delivered {

	}

	@Nested
	@TestPropertySource(properties = { "spring.main.web-application-type=reactive", "spring.webflux.base-path=/app",
			"server.servlet.context-path=/other", "scalekit.webhook.path=/hooks/scalekit",
			"scalekit.interceptor.path=/rules", "management.server.port=0",
			"spring.autoconfigure.exclude=" + ReactiveOnOtherPaths.SECOND_SERVER })
	class ReactiveOnOtherPaths extends Delivered {

		static final String SECOND_SERVER = "org.springframework.boot.tomcat.autoconfigure.actuate.web.server"
				+ ".TomcatReactiveManagementContextAutoConfiguration";

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
	@ContextConfiguration(classes = Application.class)
	@AutoConfigureScalekitServer
	class WithoutSecrets {

		@Test
		void thereAreNoTargets(@Autowired ScalekitServer server) {
			assertThat(server.webhooks().target()).isNull();
			assertThat(server.interceptors().target()).isNull();
		}

	}

	@Nested
	@SpringBootTest(properties = "scalekit.webhook.secret=${SCALEKIT_WEBHOOK_SECRET}")
	@ContextConfiguration(classes = Application.class)
	@AutoConfigureMockMvc
	@AutoConfigureScalekitServer
	class WithoutServer {

		@Test
		void thereIsNoTarget(@Autowired ScalekitServer server) {
			assertThat(server.webhooks().target()).isNull();
		}

		@Test
		void mockMvcDelivers(@Autowired ScalekitServer server, @Autowired MockMvcTester mvc, @Autowired Names names) {
			names.clear();
			WebhookEvent event = server.webhooks().event("organization.created").data("display_name", "Acme");
			HttpHeaders headers = new HttpHeaders();
			event.headers().forEach(headers::add);
			assertThat(mvc.post().uri("/scalekit/webhooks").headers(headers).content(event.body())).hasStatusOk();
			assertThat(names).containsExactly("Acme");
		}

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
			properties = { "scalekit.webhook.secret=${SCALEKIT_WEBHOOK_SECRET}", "server.ssl.bundle=self-signed",
					"spring.ssl.bundle.pem.self-signed.keystore.certificate=classpath:certificate.pem",
					"spring.ssl.bundle.pem.self-signed.keystore.private-key=classpath:key.pem" })
	@ContextConfiguration(classes = Application.class)
	@AutoConfigureScalekitServer
	class WithTls {

		@Test
		void thereIsNoTargetThatWouldHaveToBeTrusted(@Autowired ScalekitServer server,
				@Value("${local.server.port}") int port) {
			assertThat(port).isPositive();
			assertThat(server.webhooks().target()).isNull();
		}

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
			properties = { "scalekit.webhook.secret=${SCALEKIT_WEBHOOK_SECRET}",
					"scalekit.interceptor.secret=${SCALEKIT_INTERCEPTOR_SECRET}" })
	@ContextConfiguration(classes = Application.class)
	@AutoConfigureScalekitServer(customizers = Elsewhere.class)
	class WithCustomizer {

		@RepeatedTest(2)
		void targetsAreThoseOfTheCustomizer(@Autowired ScalekitServer server) {
			assertThat(server.webhooks().target()).isEqualTo(Elsewhere.WEBHOOKS);
			assertThat(server.interceptors().target()).isEqualTo(Elsewhere.INTERCEPTORS);
			server.webhooks().target(null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Names.class)
	static class Application {

		@Bean
		ScalekitInterceptor<PreSignup> companyMailOnly() {
			return (signup) -> signup.email().endsWith("@acme.com") ? signup.allow()
					: signup.deny("Use your company address");
		}

	}

	static class Names extends CopyOnWriteArrayList<String> {

		private static final long serialVersionUID = 1L;

		@EventListener
		void created(OrganizationEvent.Created event) {
			add(event.data().displayName());
		}

	}

	static class Elsewhere implements ScalekitServerCustomizer {

		static final URI WEBHOOKS = URI.create("http://localhost:1/webhooks");

		static final URI INTERCEPTORS = URI.create("http://localhost:1/interceptors");

		@Override
		public void customize(ScalekitServer.Builder server) {
			server.webhookTarget(WEBHOOKS).interceptorTarget(INTERCEPTORS);
		}

	}

}
