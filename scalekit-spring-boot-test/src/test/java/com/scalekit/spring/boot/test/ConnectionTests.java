package com.scalekit.spring.boot.test;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.scalekit.spring.boot.autoconfigure.ScalekitConnectionDetails;
import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the application is connected to, its tests are connected to the server.
 */
class ConnectionTests {

	private static void assertConnected(OrganizationsClient organizations, ScalekitServer server) {
		organizations.create(CreateOrganization.named("Acme"));
		assertThat(server.organizations().count()).isEqualTo(1);
	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE)
	@ContextConfiguration(classes = Application.class)
	@AutoConfigureScalekitServer
	class WithoutConnection {

		@Test
		void isConnected(@Autowired OrganizationsClient organizations, @Autowired ScalekitServer server) {
			assertConnected(organizations, server);
		}

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE,
			properties = { "scalekit.environment-url=https://acme.scalekit.com", "scalekit.client-id=skc_1",
					"scalekit.client-secret=production" })
	@ContextConfiguration(classes = Application.class)
	@AutoConfigureScalekitServer
	class WithProperties {

		@DynamicPropertySource
		static void scalekit(DynamicPropertyRegistry registry) {
			registry.add("scalekit.environment-url", () -> "https://dynamic.scalekit.com");
		}

		@Test
		void isConnected(@Autowired OrganizationsClient organizations, @Autowired ScalekitServer server) {
			assertConnected(organizations, server);
		}

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE)
	@ContextConfiguration(classes = { Application.class, OwnConnection.class })
	@AutoConfigureScalekitServer
	class WithBean {

		@Test
		void isConnected(@Autowired OrganizationsClient organizations, @Autowired ScalekitServer server) {
			assertConnected(organizations, server);
		}

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE)
	@ContextConfiguration(classes = { Application.class, SeveralConnections.class })
	@AutoConfigureScalekitServer
	class WithSeveralBeans {

		@Test
		void isConnected(@Autowired OrganizationsClient organizations, @Autowired ScalekitServer server,
				@Autowired @Qualifier("eu") ScalekitConnectionDetails eu,
				@Autowired @Qualifier("archive") ScalekitConnectionDetails archive) {
			assertConnected(organizations, server);
			assertThat(eu.getEnvironmentUrl()).isEqualTo(server.url());
			assertThat(archive.getEnvironmentUrl()).isEqualTo(server.url());
		}

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE)
	@ContextConfiguration(classes = { Application.class, Vault.class })
	@AutoConfigureScalekitServer
	class WithComponent {

		@Test
		void isConnected(@Autowired OrganizationsClient organizations, @Autowired ScalekitServer server) {
			assertConnected(organizations, server);
		}

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE)
	@ContextConfiguration(classes = Application.class, initializers = EarlyConnection.class)
	@AutoConfigureScalekitServer
	class WithBeanThatIsRegisteredEarly {

		@Test
		void isConnected(@Autowired OrganizationsClient organizations, @Autowired ScalekitServer server) {
			assertConnected(organizations, server);
		}

	}

	@Nested
	@SpringBootTest(webEnvironment = WebEnvironment.NONE)
	@ContextConfiguration(classes = { Application.class, OwnConnection.class })
	class WithoutAnnotation {

		@Test
		void isLeftAlone(@Autowired ScalekitConnectionDetails connection, @Autowired ApplicationContext context) {
			assertThat(connection.getEnvironmentUrl()).isEqualTo("https://production.scalekit.com");
			assertThat(context.getBeansOfType(ScalekitServer.class)).isEmpty();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnConnection {

		@Bean
		ProductionConnection production() {
			return new ProductionConnection();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SeveralConnections {

		@Bean
		@Primary
		ScalekitConnectionDetails us() {
			return new ProductionConnection();
		}

		@Bean
		@Qualifier("eu")
		ScalekitConnectionDetails second() {
			return new ProductionConnection();
		}

		@Bean(defaultCandidate = false)
		ScalekitConnectionDetails archive() {
			return new ProductionConnection();
		}

	}

	static final class EarlyConnection implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			context.getBeanFactory().registerSingleton("production", new ProductionConnection());
		}

	}

	static class ProductionConnection implements ScalekitConnectionDetails {

		@Override
		public String getEnvironmentUrl() {
			return "https://production.scalekit.com";
		}

		@Override
		public String getClientId() {
			return "skc_production";
		}

		@Override
		public String getClientSecret() {
			throw new AssertionError("The secret of production is read");
		}

	}

	@Component
	@Import(VaultClient.class)
	static class Vault extends ProductionConnection {

		Vault(VaultClient vault) {
			vault.read();
		}

	}

	static class VaultClient {

		void read() {
			throw new AssertionError("The vault of production is read");
		}

	}

}
