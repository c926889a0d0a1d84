package com.scalekit.spring.boot.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Sinks;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;

import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.organizations.OrganizationPage;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Private authorities, client certificates, and what happens when they are replaced.
 */
class TlsTests {

	/**
	 * Current JDKs name the alert that TLS 1.3 has for this.
	 */
	private static final String CERTIFICATE_REQUIRED = ".*Received fatal alert: (bad_certificate|certificate_required).*";

	@TempDir
	private static Path directory;

	private static Certificates certificates;

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ScalekitAutoConfiguration.class, WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, HttpClientAutoConfiguration.class,
				SslAutoConfiguration.class))
		.withPropertyValues("scalekit.client-id=skc_1", "scalekit.client-secret=test_secret");

	@BeforeAll
	static void generateCertificates() throws IOException, GeneralSecurityException {
		certificates = new Certificates(directory);
	}

	static Stream<Named<ClientHttpConnectorBuilder<?>>> connectors() {
		return ConnectorFaultTests.connectors();
	}

	@ParameterizedTest
	@ValueSource(strings = { "scalekit.http.ssl.bundle", "spring.http.clients.ssl.bundle" })
	void authorityOfTheBundleIsTrusted(String property) throws IOException, GeneralSecurityException {
		try (TlsServer server = TlsServer.start(certificates.server("server"))) {
			this.contextRunner
				.withPropertyValues("scalekit.environment-url=" + server.url(), property + "=private",
						"spring.ssl.bundle.pem.private.truststore.certificate=" + certificates.certificate("authority"))
				.run((context) -> assertThat(context.getBean(OrganizationsClient.class).list().organizations())
					.isEmpty());
			assertThat(server.clients()).containsExactly("anonymous", "anonymous");
		}
	}

	@ParameterizedTest
	@MethodSource("connectors")
	void authorityIsNotTrustedWithoutTheBundle(ClientHttpConnectorBuilder<?> connector)
			throws IOException, GeneralSecurityException {
		try (TlsServer server = TlsServer.start(certificates.server("server"))) {
			this.contextRunner.withBean(ClientHttpConnectorBuilder.class, () -> connector)
				.withPropertyValues("scalekit.environment-url=" + server.url())
				.run((context) -> assertThatExceptionOfType(ScalekitTokenException.class)
					.isThrownBy(() -> context.getBean(OrganizationsClient.class).list())
					.withMessageContaining("SSLHandshakeException")
					.withMessageContaining("unable to find valid certification path"));
			assertThat(server.handshakes()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@MethodSource("connectors")
	void callToAnUntrustedServerFailsForGood(ClientHttpConnectorBuilder<?> connector)
			throws IOException, GeneralSecurityException {
		try (TlsServer server = TlsServer.start(certificates.server("server"))) {
			with(connector, registry("client", "authority"))
				.withPropertyValues("scalekit.environment-url=" + server.url())
				.run((context) -> {
					OrganizationsClient organizations = context.getBean(OrganizationsClient.class);
					organizations.list();
					server.restart(certificates.server("new-server"));
					assertThatExceptionOfType(ScalekitTransportException.class).isThrownBy(organizations::list)
						.withMessageContaining("unable to find valid certification path")
						.withCauseInstanceOf(SSLException.class)
						.satisfies(TlsTests::isFinal);
				});
		}
	}

	@ParameterizedTest
	@MethodSource("connectors")
	void certificateOfAnotherHostIsRefused(ClientHttpConnectorBuilder<?> connector)
			throws IOException, GeneralSecurityException {
		try (TlsServer server = TlsServer.start(certificates.server("wrong-host"))) {
			with(connector, registry("client", "authority"))
				.withPropertyValues("scalekit.environment-url=" + server.url())
				.run((context) -> assertThatExceptionOfType(ScalekitTokenException.class)
					.isThrownBy(() -> context.getBean(OrganizationsClient.class).list())
					.withMessageContaining("localhost")
					.withCauseInstanceOf(SSLException.class));
			assertThat(server.clients()).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("connectors")
	void certificateOfTheBundleIsShownToTheServer(ClientHttpConnectorBuilder<?> connector)
			throws IOException, GeneralSecurityException {
		try (TlsServer server = TlsServer.startMutual(certificates.server("server"))) {
			with(connector, registry("client", "authority"))
				.withPropertyValues("scalekit.environment-url=" + server.url())
				.run((context) -> context.getBean(OrganizationsClient.class).list());
			assertThat(server.clients()).containsExactly("CN=client", "CN=client");
		}
	}

	/**
	 * With TLS 1.3 a server refuses a client that has begun to send already, so the alert
	 * may be lost. The call is then sent again.
	 */
	@ParameterizedTest
	@MethodSource("connectors")
	void serverThatRequiresACertificateRefusesClientsWithoutOne(ClientHttpConnectorBuilder<?> connector)
			throws IOException, GeneralSecurityException {
		SslBundle trustOnly = SslBundle
			.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(certificates.certificate("authority"))));
		DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry("scalekit", trustOnly);
		try (TlsServer server = TlsServer.startMutual(certificates.server("server"))) {
			with(connector, bundles).withPropertyValues("scalekit.environment-url=" + server.url())
				.run((context) -> assertThatExceptionOfType(ScalekitTokenException.class)
					.isThrownBy(() -> context.getBean(OrganizationsClient.class).list())
					.withMessageMatching(CERTIFICATE_REQUIRED));
		}
		try (TlsServer server = TlsServer.start(certificates.server("server"))) {
			with(connector, bundles).withPropertyValues("scalekit.environment-url=" + server.url()).run((context) -> {
				OrganizationsClient organizations = context.getBean(OrganizationsClient.class);
				organizations.list();
				server.restartMutual(certificates.server("server"));
				assertThatExceptionOfType(ScalekitTransportException.class).isThrownBy(organizations::list)
					.withMessageMatching(CERTIFICATE_REQUIRED)
					.matches((failure) -> !failure.isRetryable());
			});
		}
	}

	private static void isFinal(ScalekitTransportException failure) {
		assertThat(failure.isRetryable()).isFalse();
		assertThat(failure.isPossiblyExecuted()).isFalse();
	}

	@ParameterizedTest
	@MethodSource("connectors")
	void newConnectionsUseTheReloadedBundle(ClientHttpConnectorBuilder<?> connector)
			throws IOException, GeneralSecurityException {
		DefaultSslBundleRegistry bundles = registry("client", "authority");
		try (TlsServer server = TlsServer.startMutual(certificates.server("server"))) {
			with(connector, bundles).withPropertyValues("scalekit.environment-url=" + server.url()).run((context) -> {
				OrganizationsClient organizations = context.getBean(OrganizationsClient.class);
				organizations.list();
				bundles.updateBundle("scalekit", certificates.bundle("new-client", "authority"));
				organizations.list();
			});
			assertThat(server.clients()).containsExactly("CN=client", "CN=client", "CN=new-client");
		}
	}

	@ParameterizedTest
	@MethodSource("connectors")
	void callThatHasBegunSurvivesTheReload(ClientHttpConnectorBuilder<?> connector)
			throws IOException, GeneralSecurityException {
		DefaultSslBundleRegistry bundles = registry("client", "authority");
		Sinks.Empty<Void> ready = Sinks.empty();
		try (TlsServer server = TlsServer.startMutual(certificates.server("server"))) {
			with(connector, bundles).withPropertyValues("scalekit.environment-url=" + server.url()).run((context) -> {
				server.holdCalls(ready.asMono());
				CompletableFuture<OrganizationPage> call = context.getBean(ReactiveOrganizationsClient.class)
					.list()
					.toFuture();
				Awaitility.await().until(() -> server.clients().size() == 2);
				bundles.updateBundle("scalekit", certificates.bundle("new-client", "authority"));
				ready.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
				assertThat(call).succeedsWithin(Duration.ofSeconds(5));
			});
		}
	}

	@Test
	void bundleThatIsReloadedBeforeTheFirstCallIsUsed() throws IOException, GeneralSecurityException {
		DefaultSslBundleRegistry bundles = registry("client", "authority");
		try (TlsServer server = TlsServer.startMutual(certificates.server("server"))) {
			with(ClientHttpConnectorBuilder.reactor(), bundles)
				.withPropertyValues("scalekit.environment-url=" + server.url())
				.run((context) -> {
					bundles.updateBundle("scalekit", certificates.bundle("new-client", "authority"));
					context.getBean(OrganizationsClient.class).list();
				});
			assertThat(server.clients()).containsExactly("CN=new-client", "CN=new-client");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "scalekit.http.ssl.bundle", "spring.http.clients.ssl.bundle" })
	void filesOfTheBundleAreWatched(String property) throws IOException, GeneralSecurityException {
		Path trusted = Files.writeString(directory.resolve("trusted.pem"), certificates.certificate("authority"));
		try (TlsServer server = TlsServer.start(certificates.server("server"))) {
			this.contextRunner
				.withPropertyValues("scalekit.environment-url=" + server.url(), property + "=private",
						"spring.ssl.bundle.pem.private.truststore.certificate=file:" + trusted,
						"spring.ssl.bundle.pem.private.reload-on-update=true",
						"spring.ssl.bundle.watch.file.quiet-period=50ms")
				.run((context) -> {
					OrganizationsClient organizations = context.getBean(OrganizationsClient.class);
					organizations.list();
					server.restart(certificates.server("new-server"));
					assertThatExceptionOfType(ScalekitTransportException.class).isThrownBy(organizations::list);
					Files.writeString(trusted, certificates.certificate("new-authority"));
					Awaitility.await()
						.ignoreExceptions()
						.untilAsserted(() -> assertThat(organizations.list().organizations()).isEmpty());
				});
		}
	}

	private ApplicationContextRunner with(ClientHttpConnectorBuilder<?> connector, DefaultSslBundleRegistry bundles) {
		return this.contextRunner.withBean(ClientHttpConnectorBuilder.class, () -> connector)
			.withBean(DefaultSslBundleRegistry.class, () -> bundles)
			.withPropertyValues("scalekit.http.ssl.bundle=scalekit");
	}

	private static DefaultSslBundleRegistry registry(String alias, String trusted) throws GeneralSecurityException {
		return new DefaultSslBundleRegistry("scalekit", certificates.bundle(alias, trusted));
	}

}
