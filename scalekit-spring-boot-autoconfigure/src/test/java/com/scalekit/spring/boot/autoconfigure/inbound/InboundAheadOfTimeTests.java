package com.scalekit.spring.boot.autoconfigure.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;

import com.scalekit.spring.boot.autoconfigure.InvalidConfigurationException;
import com.scalekit.spring.boot.autoconfigure.interceptors.ScalekitInterceptorAutoConfiguration;
import com.scalekit.spring.boot.autoconfigure.webhooks.ScalekitWebhookAutoConfiguration;
import com.scalekit.spring.interceptors.InterceptorOutcome;
import com.scalekit.spring.interceptors.InterceptorReceiver;
import com.scalekit.spring.interceptors.PreSignup;
import com.scalekit.spring.interceptors.ScalekitInterceptor;
import com.scalekit.spring.webhooks.WebhookOutcome;
import com.scalekit.spring.webhooks.WebhookReceiver;
import com.scalekit.spring.webhooks.WebhookSignature;
import com.scalekit.spring.webhooks.events.OrganizationEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Applications that are processed ahead of time. The switches have to be on when they are
 * built, if only by a placeholder; the secrets are read when they run.
 */
class InboundAheadOfTimeTests {

	private static final String[] PLACEHOLDERS = { "scalekit.webhook.secret=${SCALEKIT_WEBHOOK_SECRET}",
			"scalekit.interceptor.secret=${SCALEKIT_INTERCEPTOR_SECRET}" };

	private final TestGenerationContext generated = new TestGenerationContext();

	@Test
	@CompileWithForkedClassLoader
	void secretsMayBeGivenOnlyAtRunTime() {
		run(process(PLACEHOLDERS), (application) -> {
			TestPropertyValues
				.of("scalekit.webhook.secret=" + InboundApplication.NEW_SECRET,
						"scalekit.interceptor.secret=" + InboundApplication.NEW_SECRET)
				.applyTo(application);
			application.refresh();
			WebhookSignature signature = new WebhookSignature(List.of(InboundApplication.NEW_SECRET));
			byte[] event = InboundApplication.bytes(InboundApplication.organizationCreated("evt_1"));
			assertThat(
					application.getBean(WebhookReceiver.class).receive(signature.sign("msg_1", event), event).outcome())
				.isEqualTo(WebhookOutcome.HANDLED);
			assertThat(application.getBean(Seats.class).organizations).containsExactly("Acme");
			byte[] signup = InboundApplication.bytes(InboundApplication.signup("ann@acme.com"));
			assertThat(application.getBean(InterceptorReceiver.class)
				.receive(signature.sign("msg_1", signup), signup)
				.outcome()).isEqualTo(InterceptorOutcome.ALLOWED);
		});
	}

	@Test
	@CompileWithForkedClassLoader
	void secretThatIsMissingAtRunTimeFailsTheStart() {
		run(process(PLACEHOLDERS),
				(application) -> assertThatException().isThrownBy(application::refresh)
					.havingRootCause()
					.isInstanceOf(InvalidConfigurationException.class)
					.withMessageMatching("scalekit.(webhook|interceptor).secret must not be empty"));
	}

	@Test
	void secretsOfTheBuildAreNotKept() {
		process("scalekit.webhook.secret=" + InboundApplication.NEW_SECRET,
				"scalekit.interceptor.secret=" + InboundApplication.INTERCEPTOR_SECRET);
		assertThat(this.generated.getGeneratedFiles().getGeneratedFiles(Kind.SOURCE).values()).isNotEmpty()
			.extracting(Object::toString)
			.noneMatch((source) -> source.contains(InboundApplication.NEW_SECRET)
					|| source.contains(InboundApplication.INTERCEPTOR_SECRET));
	}

	private String process(String... properties) {
		try (AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext()) {
			TestPropertyValues.of(properties).and(AbstractAotProcessor.AOT_PROCESSING + "=true").applyTo(application);
			application.register(Application.class);
			ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(application,
					this.generated);
			this.generated.writeGeneratedContent();
			return initializer.canonicalName();
		}
	}

	@SuppressWarnings("unchecked")
	private void run(String initializer, Consumer<GenericApplicationContext> test) {
		TestCompiler.forSystem().with(this.generated).compile((compiled) -> {
			try (GenericApplicationContext application = new GenericApplicationContext()) {
				compiled.getInstance(ApplicationContextInitializer.class, initializer).initialize(application);
				test.accept(application);
			}
		});
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ ScalekitWebhookAutoConfiguration.class, ScalekitInterceptorAutoConfiguration.class })
	@Import(Seats.class)
	static class Application {

		@Bean
		ScalekitInterceptor<PreSignup> everybody() {
			return PreSignup::allow;
		}

	}

	static class Seats {

		private final List<String> organizations = new ArrayList<>();

		@EventListener
		void created(OrganizationEvent.Created event) {
			this.organizations.add(event.data().displayName());
		}

	}

}
