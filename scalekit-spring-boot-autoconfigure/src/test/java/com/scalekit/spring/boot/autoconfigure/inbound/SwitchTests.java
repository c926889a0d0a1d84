package com.scalekit.spring.boot.autoconfigure.inbound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.autoconfigure.interceptors.ScalekitInterceptorAutoConfiguration;
import com.scalekit.spring.boot.autoconfigure.webhooks.ScalekitWebhookAutoConfiguration;
import com.scalekit.spring.interceptors.InterceptorReceiver;
import com.scalekit.spring.webhooks.WebhookInbox;
import com.scalekit.spring.webhooks.WebhookReceiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.mock;

/**
 * The secrets are the switches.
 */
class SwitchTests {

	private static final String WEBHOOK = "scalekit.webhook.secret=" + InboundApplication.NEW_SECRET;

	private static final String INTERCEPTOR = "scalekit.interceptor.secret=" + InboundApplication.INTERCEPTOR_SECRET;

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class);

	static Stream<AbstractApplicationContextRunner<?, ?, ?>> runners() {
		return Stream.of(new ApplicationContextRunner().withUserConfiguration(Application.class),
				new WebApplicationContextRunner().withUserConfiguration(Application.class),
				new ReactiveWebApplicationContextRunner().withUserConfiguration(Application.class));
	}

	@ParameterizedTest
	@MethodSource("runners")
	void withoutASecretThereIsNothing(AbstractApplicationContextRunner<?, ?, ?> application) {
		List<String> without = beans(application.withClassLoader(
				new FilteredClassLoader("com.scalekit.spring.webhooks", "com.scalekit.spring.interceptors")));
		assertThat(without).isNotEmpty();
		assertThat(beans(application)).containsExactlyInAnyOrderElementsOf(without);
		assertThat(beans(application.withPropertyValues("scalekit.webhook.secret=", "scalekit.interceptor.secret= ",
				"scalekit.webhook.path=/x", "scalekit.webhook.inbox=jdbc")))
			.containsExactlyInAnyOrderElementsOf(without);
		assertThat(beans(application.withPropertyValues(WEBHOOK, INTERCEPTOR, "scalekit.enabled=false")))
			.noneMatch((bean) -> bean.startsWith("scalekit"));
	}

	@ParameterizedTest
	@MethodSource("runners")
	void ownBeansHaveThePrefix(AbstractApplicationContextRunner<?, ?, ?> application) {
		List<String> added = new ArrayList<>(beans(application.withPropertyValues(WEBHOOK, INTERCEPTOR)));
		added.removeAll(beans(application));
		assertThat(added).isNotEmpty()
			.allMatch((bean) -> bean.startsWith("scalekit") || bean.startsWith("com.scalekit."));
		assertThat(added).filteredOn((bean) -> bean.startsWith("scalekit") && !bean.contains("-"))
			.contains("scalekitWebhookReceiver", "scalekitWebhookInbox", "scalekitInterceptorReceiver");
	}

	@Test
	void eachSecretSwitchesItsSideOn() {
		this.runner.withPropertyValues(WEBHOOK)
			.run((context) -> assertThat(context).hasSingleBean(WebhookReceiver.class)
				.doesNotHaveBean(InterceptorReceiver.class));
		this.runner.withPropertyValues(INTERCEPTOR)
			.run((context) -> assertThat(context).hasSingleBean(InterceptorReceiver.class)
				.doesNotHaveBean(WebhookReceiver.class));
		this.runner.withPropertyValues("scalekit.webhook.secret[0]=" + InboundApplication.NEW_SECRET)
			.run((context) -> assertThat(context).hasSingleBean(WebhookReceiver.class));
	}

	@Test
	void neitherDatabaseNorRedisIsNeeded() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ScalekitWebhookAutoConfiguration.class,
					ScalekitInterceptorAutoConfiguration.class))
			.withPropertyValues(WEBHOOK, INTERCEPTOR)
			.withClassLoader(new FilteredClassLoader("org.springframework.jdbc", "org.springframework.transaction",
					"org.springframework.data", "org.springframework.boot.jdbc", "org.springframework.boot.sql",
					"javax.sql", "org.springframework.security", "io.micrometer.core", "reactor"))
			.run((context) -> assertThat(context).hasSingleBean(WebhookReceiver.class)
				.hasBean("scalekitWebhookFilter")
				.hasBean("scalekitInterceptorFilter"));
	}

	@Test
	void beansOfTheApplicationWin() {
		WebhookInbox inbox = (id, handler) -> WebhookInbox.Outcome.DUPLICATE;
		this.runner.withPropertyValues(WEBHOOK, "scalekit.webhook.inbox=jdbc")
			.withBean("ownInbox", WebhookInbox.class, () -> inbox)
			.run((context) -> assertThat(context).getBean(WebhookInbox.class).isSameAs(inbox));
		InterceptorReceiver receiver = InterceptorReceiver.builder(mock()).build();
		this.runner.withPropertyValues(INTERCEPTOR)
			.withBean("ownReceiver", InterceptorReceiver.class, () -> receiver)
			.run((context) -> assertThat(context).getBean(InterceptorReceiver.class).isSameAs(receiver));
	}

	private static List<String> beans(AbstractApplicationContextRunner<?, ?, ?> application) {
		List<String> beans = new ArrayList<>();
		application.run((context) -> {
			assertThat(context.getStartupFailure()).isNull();
			beans.addAll(Arrays.asList(context.getBeanDefinitionNames()));
		});
		return beans;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
