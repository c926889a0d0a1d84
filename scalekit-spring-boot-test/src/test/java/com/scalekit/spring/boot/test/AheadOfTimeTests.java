package com.scalekit.spring.boot.test;

import java.util.stream.Stream;

import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;

import org.springframework.aot.AotDetector;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.test.generate.CompilerFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.aot.TestContextAotGenerator;

import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

class AheadOfTimeTests {

	@Test
	@CompileWithForkedClassLoader
	void processedTestHasConnectionSecretsAndTarget() {
		InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
		System.setProperty(AbstractAotProcessor.AOT_PROCESSING, "true");
		try {
			new TestContextAotGenerator(files).processAheadOfTime(Stream.of(Processed.class));
		}
		finally {
			System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
		}
		TestCompiler.forSystem().with(CompilerFiles.from(files)).compile((compiled) -> run());
	}

	/**
	 * In a class loader of its own, Tomcat does not know that it has been registered.
	 */
	private static void run() {
		TomcatURLStreamHandlerFactory.disable();
		System.setProperty(AotDetector.AOT_ENABLED, "true");
		try {
			EngineTestKit.engine("junit-jupiter")
				.selectors(DiscoverySelectors.selectClass(Processed.class))
				.execute()
				.testEvents()
				.assertStatistics((statistics) -> statistics.started(1).succeeded(1));
		}
		finally {
			System.clearProperty(AotDetector.AOT_ENABLED);
		}
	}

	@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
			properties = "scalekit.webhook.secret=${SCALEKIT_WEBHOOK_SECRET}")
	@ContextConfiguration(classes = Application.class)
	@AutoConfigureScalekitServer
	static class Processed {

		@Test
		void isDeliveredTo(@Autowired OrganizationsClient organizations, @Autowired ScalekitServer server) {
			assertThat(AotDetector.useGeneratedArtifacts()).isTrue();
			organizations.create(CreateOrganization.named("Acme"));
			assertThat(server.webhooks().awaitDelivery("organization.created").status()).isEqualTo(200);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
