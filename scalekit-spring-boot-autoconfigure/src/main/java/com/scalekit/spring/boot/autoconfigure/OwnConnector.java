package com.scalekit.spring.boot.autoconfigure;

import java.io.Closeable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.eclipse.jetty.util.component.LifeCycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.HttpComponentsClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JettyClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.ThrowingConsumer;

/**
 * A connector of our own, built as the application builds its connectors, and what has to
 * be closed with it. It does not follow redirects, not even if the application changes
 * the HTTP client itself: a token request would take the client secret to wherever it is
 * sent.
 *
 * @param connector the connector
 * @param resources what has to be closed with it
 */
record OwnConnector(ClientHttpConnector connector, Disposable resources) implements Disposable {

	private static final boolean SPRING_BOOT_4_1 = ClassUtils.hasMethod(ReactorClientHttpConnectorBuilder.class,
			"withHttpClientDefaults", UnaryOperator.class);

	/**
	 * Build a connector.
	 * @param builder the builder of the application
	 * @param settings the settings
	 * @param connectionPool creates the connection pool, if the connector is one of
	 * Reactor Netty
	 */
	static OwnConnector build(ClientHttpConnectorBuilder<?> builder, HttpClientSettings settings,
			Supplier<ConnectionProvider> connectionPool) {
		if (builder instanceof ReactorClientHttpConnectorBuilder reactor) {
			return overReactorNetty(reactor, settings, connectionPool);
		}
		if (builder instanceof JettyClientHttpConnectorBuilder jetty) {
			return overJetty(jetty, settings);
		}
		if (builder instanceof HttpComponentsClientHttpConnectorBuilder httpComponents) {
			return closeable(httpComponents.withHttpClientCustomizer((client) -> client.disableRedirectHandling())
				.build(settings));
		}
		if (builder instanceof JdkClientHttpConnectorBuilder jdk) {
			return closeable(jdk
				.withHttpClientCustomizer((client) -> client.followRedirects(java.net.http.HttpClient.Redirect.NEVER))
				.build(settings));
		}
		return closeable(builder.build(settings));
	}

	/**
	 * The pool can only be chosen together with the client, so a client that the
	 * application makes and configures itself keeps its own. Spring Boot 4.0 does not
	 * show that client.
	 */
	private static OwnConnector overReactorNetty(ReactorClientHttpConnectorBuilder builder, HttpClientSettings settings,
			Supplier<ConnectionProvider> connectionPool) {
		ReactorClientHttpConnectorBuilder withoutRedirects = builder
			.withHttpClientCustomizer((client) -> client.followRedirect(false));
		if (SPRING_BOOT_4_1 && createsConfiguredClient(builder)) {
			return new OwnConnector(withoutRedirects.build(settings), Disposables.disposed());
		}
		ConnectionProvider pool = connectionPool.get();
		return new OwnConnector(withoutRedirects.withHttpClientFactory(() -> HttpClient.create(pool)).build(settings),
				pool);
	}

	private static boolean createsConfiguredClient(ReactorClientHttpConnectorBuilder builder) {
		AtomicBoolean configured = new AtomicBoolean();
		int plain = HttpClient.create().configuration().channelHash();
		builder.withHttpClientDefaults((client) -> {
			configured.set(client.configuration().channelHash() != plain);
			return client;
		}).build();
		return configured.get();
	}

	private static OwnConnector overJetty(JettyClientHttpConnectorBuilder builder, HttpClientSettings settings) {
		AtomicReference<LifeCycle> created = new AtomicReference<>();
		ClientHttpConnector connector = builder.withHttpClientCustomizer((client) -> {
			client.setFollowRedirects(false);
			created.set(client);
		}).build(settings);
		return new OwnConnector(connector, () -> LifeCycle.stop(created.get()));
	}

	private static OwnConnector closeable(ClientHttpConnector connector) {
		return new OwnConnector(connector, (connector instanceof Closeable closeable)
				? () -> ThrowingConsumer.of(Closeable::close).accept(closeable) : Disposables.disposed());
	}

	@Override
	public void dispose() {
		this.resources.dispose();
	}

}
