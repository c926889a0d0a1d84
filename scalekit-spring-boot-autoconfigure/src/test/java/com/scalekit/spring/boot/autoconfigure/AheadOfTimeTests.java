package com.scalekit.spring.boot.autoconfigure;

import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.ScalekitContracts;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Applications that are processed ahead of time, as for a native image: conditions are
 * evaluated when they are built, properties are read when they run.
 */
class AheadOfTimeTests {

	private final TestGenerationContext generated = new TestGenerationContext();

	@Test
	@CompileWithForkedClassLoader
	void connectionMayBeGivenOnlyAtRunTime() {
		run(process(), (application) -> {
			try (ScalekitServer server = ScalekitServer.start()) {
				server.organizations().add("Acme");
				refresh(application, "scalekit.environment-url=" + server.url(),
						"scalekit.client-id=" + server.clientId(), "scalekit.client-secret=" + server.clientSecret());
				assertThat(application.getBean(OrganizationsClient.class).all()).extracting(Organization::displayName)
					.containsExactly("Acme");
				assertThat(application.getBean(ReactiveOrganizationsClient.class).all().toIterable()).hasSize(1);
				assertThat(application.getBean(ApplicationWebClient.class).webClient().getIfAvailable()).isNull();
			}
		});
	}

	@Test
	@CompileWithForkedClassLoader
	void connectionThatIsMissingAtRunTimeFailsTheFirstCall() {
		run(process(), (application) -> {
			refresh(application);
			assertThatExceptionOfType(BeanCreationException.class)
				.isThrownBy(() -> application.getBean(OrganizationsClient.class).list())
				.havingRootCause()
				.isInstanceOf(InvalidConfigurationException.class)
				.withMessage("scalekit.environment-url must not be empty; scalekit.client-id must not be empty; "
						+ "scalekit.client-secret must not be empty");
		});
	}

	@Test
	@CompileWithForkedClassLoader
	void halfAConnectionFailsTheStart() {
		run(process(),
				(application) -> assertThatExceptionOfType(RuntimeException.class)
					.isThrownBy(() -> refresh(application, "scalekit.client-id=skc_1"))
					.havingRootCause()
					.isInstanceOf(InvalidConfigurationException.class)
					.withMessageContaining("scalekit.environment-url"));
	}

	@Test
	void injectedClientsCanBeProxied() {
		process();
		assertThat(ScalekitContracts.all()).isNotEmpty()
			.allSatisfy((contract) -> assertThat(RuntimeHintsPredicates.proxies().forInterfaces(contract))
				.accepts(this.generated.getRuntimeHints()));
	}

	@Test
	void connectionOfTheBuildIsNotKept() {
		process("scalekit.environment-url=https://build.scalekit.com", "scalekit.client-id=build_id",
				"scalekit.client-secret=build_secret");
		assertThat(sources()).anyMatch((source) -> source.contains("scalekitOrganizationsClient"))
			.noneMatch((source) -> source.contains("build_") || source.contains("build."));
	}

	@Test
	void isSwitchedOffByTheBuild() {
		process("scalekit.enabled=false");
		assertThat(sources()).isNotEmpty().noneMatch((source) -> source.contains("scalekitOrganizationsClient"));
	}

	private List<String> sources() {
		return this.generated.getGeneratedFiles()
			.getGeneratedFiles(Kind.SOURCE)
			.values()
			.stream()
			.map(Object::toString)
			.toList();
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

	private static void refresh(ConfigurableApplicationContext application, String... properties) {
		TestPropertyValues.of(properties).applyTo(application);
		application.refresh();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ HttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class,
			WebClientAutoConfiguration.class, ScalekitAutoConfiguration.class })
	@Import(ApplicationWebClient.class)
	static class Application {

	}

	record ApplicationWebClient(ObjectProvider<WebClient> webClient) {

	}

}
