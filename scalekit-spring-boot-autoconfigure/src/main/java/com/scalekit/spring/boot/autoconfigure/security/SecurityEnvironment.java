package com.scalekit.spring.boot.autoconfigure.security;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.util.function.ThrowingConsumer;
import org.springframework.web.reactive.function.client.DefaultClientRequestObservationConvention;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.boot.autoconfigure.InvalidConfigurationException;
import com.scalekit.spring.client.ClientConnectorFactory;
import com.scalekit.spring.client.InvalidSettingsException;
import com.scalekit.spring.client.InvalidSettingsException.Violation;
import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.security.keys.RemoteKeySet;

/**
 * Scalekit environment whose tokens are accepted: its address, its keys and the
 * connections to it. It needs no client secret.
 */
public final class SecurityEnvironment implements AutoCloseable {

	private static final String REQUESTS = "scalekit.security.requests";

	private static final int MAX_CONNECTIONS = 4;

	private final URI url;

	private final String clientId;

	private final Supplier<WebClient> webClient;

	private final Disposable.Composite connections = Disposables.composite();

	private SecurityEnvironment(URI url, String clientId, ClientConnectorFactory connectorFactory,
			ObservationRegistry observationRegistry) {
		this.url = url;
		this.clientId = clientId;
		this.webClient = SingletonSupplier.of(() -> WebClient.builder()
			.clientConnector(connector(connectorFactory))
			.observationRegistry(observationRegistry)
			.observationConvention(new DefaultClientRequestObservationConvention(REQUESTS))
			.build());
	}

	/**
	 * Checks the settings and creates the environment. No connection is made.
	 * @param url the URL of the environment, empty if there is none
	 * @param clientId the client identifier, empty if there is none
	 * @param allowInsecureHttp whether plain HTTP is allowed for any host
	 * @param connectorFactory creates the connector
	 * @param observationRegistry observes the requests
	 * @return the environment
	 * @throws InvalidConfigurationException if there is no such environment
	 */
	static SecurityEnvironment create(String url, String clientId, boolean allowInsecureHttp,
			ClientConnectorFactory connectorFactory, ObservationRegistry observationRegistry) {
		try {
			URI origin = ScalekitClients.builder(url, "unused", () -> "")
				.allowInsecureHttp(allowInsecureHttp)
				.validate();
			return new SecurityEnvironment(origin, clientId, connectorFactory, observationRegistry);
		}
		catch (InvalidSettingsException ex) {
			Violation violation = ex.getViolations().get(0);
			throw new InvalidConfigurationException(new Violation("scalekit.environment-url", violation.value(),
					violation.reason(), violation.remedy()));
		}
	}

	private ClientHttpConnector connector(ClientConnectorFactory connectorFactory) {
		ConnectionProvider connectionPool = ConnectionProvider.create("scalekit-keys", MAX_CONNECTIONS);
		// the event loops of a reactive server may be gone before
		this.connections.add(() -> connectionPool.disposeLater().onErrorComplete().subscribe());
		ClientHttpConnector connector = connectorFactory.create(() -> connectionPool);
		if (connector instanceof AutoCloseable closeable) {
			this.connections.add(() -> ThrowingConsumer.of(AutoCloseable::close).accept(closeable));
		}
		return connector;
	}

	/**
	 * Returns the URL.
	 * @return the URL, without a trailing slash
	 */
	public URI url() {
		return this.url;
	}

	/**
	 * Returns the client identifier.
	 * @return the client identifier, or {@code null} if there is none
	 */
	public @Nullable String clientId() {
		return StringUtils.hasText(this.clientId) ? this.clientId : null;
	}

	/**
	 * Returns the client for what needs no access token, over the HTTP settings of
	 * {@code scalekit.http}. It is created when it is first asked for.
	 * @return the client
	 */
	public Supplier<WebClient> webClient() {
		return this.webClient;
	}

	/**
	 * Creates the key set.
	 * @param cacheTtl how long it is used before it is fetched again
	 * @param refetchInterval the time in which there are at most two requests
	 * @return the key set
	 */
	public RemoteKeySet keySet(Duration cacheTtl, Duration refetchInterval) {
		return new RemoteKeySet(URI.create(this.url + "/keys"), this.webClient, cacheTtl, refetchInterval,
				Clock.systemUTC());
	}

	@Override
	public void close() {
		this.connections.dispose();
	}

}
