package com.scalekit.spring.boot.autoconfigure;

import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;

import io.netty.resolver.NoopAddressResolverGroup;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.HttpComponentsClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JdkClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.JettyClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.client.reactive.ClientHttpConnector;

import com.scalekit.spring.client.ClientConnectorFactory;

/**
 * Factory for connectors that are built as the application builds its own, and built
 * again when their SSL bundle is reloaded.
 */
final class ReloadableConnectorFactory implements ClientConnectorFactory {

	private final Supplier<ClientHttpConnectorBuilder<?>> builder;

	private final Duration longestCall;

	private final Set<ReloadableConnector> connectors = Collections.newSetFromMap(new WeakHashMap<>());

	private HttpClientSettings settings;

	/**
	 * Create a factory.
	 * @param builder supplies the builder of the application
	 * @param settings the settings, which do not follow redirects
	 * @param sslBundles the bundles, one of which may be that of the settings, whichever
	 * property names it
	 * @param longestCall how long a replaced connector may be in use
	 */
	ReloadableConnectorFactory(Supplier<ClientHttpConnectorBuilder<?>> builder, HttpClientSettings settings,
			@Nullable SslBundles sslBundles, Duration longestCall) {
		this.builder = builder;
		this.settings = settings;
		this.longestCall = longestCall;
		if (settings.sslBundle() != null && sslBundles != null) {
			sslBundles.getBundleNames()
				.stream()
				.filter((name) -> sslBundles.getBundle(name) == settings.sslBundle())
				.forEach((name) -> sslBundles.addBundleUpdateHandler(name, this::reload));
		}
	}

	@Override
	public synchronized ClientHttpConnector create(Supplier<ConnectionProvider> connectionPool) {
		ReloadableConnector connector = new ReloadableConnector((current) -> build(current, connectionPool),
				this.longestCall);
		connector.load(this.settings);
		this.connectors.add(connector);
		return connector;
	}

	private synchronized void reload(SslBundle sslBundle) {
		this.settings = this.settings.withSslBundle(sslBundle);
		this.connectors.forEach((connector) -> connector.load(this.settings));
	}

	/**
	 * The settings do not follow redirects, but a customizer of the application may
	 * switch them on. A token request would then take the client secret to wherever it is
	 * sent, so ours has the last word.
	 */
	private ClientHttpConnector build(HttpClientSettings settings, Supplier<ConnectionProvider> connectionPool) {
		ClientHttpConnectorBuilder<?> builder = this.builder.get();
		if (builder instanceof ReactorClientHttpConnectorBuilder reactor) {
			return reactor.withHttpClientFactory(() -> HttpClient.create(connectionPool.get()))
				.withHttpClientCustomizer((client) -> resolveByProxy(client.followRedirect(false)))
				.build(settings);
		}
		if (builder instanceof JettyClientHttpConnectorBuilder jetty) {
			return JettyConnector.build(jetty, settings);
		}
		if (builder instanceof HttpComponentsClientHttpConnectorBuilder httpComponents) {
			return httpComponents.withHttpClientCustomizer((client) -> client.disableRedirectHandling())
				.build(settings);
		}
		if (builder instanceof JdkClientHttpConnectorBuilder jdk) {
			return jdk.withHttpClientCustomizer((client) -> client.followRedirects(Redirect.NEVER)).build(settings);
		}
		return builder.build(settings);
	}

	/**
	 * In reactive applications Spring Boot runs the client on the threads of the server,
	 * whereby it gets a resolver before it gets the proxy of the application. Names are
	 * resolved by the proxy nevertheless: perhaps nobody else can.
	 */
	private static HttpClient resolveByProxy(HttpClient client) {
		return (client.configuration().hasProxy()
				&& client.configuration().resolver() instanceof DnsAddressResolverGroup)
						? client.resolver(NoopAddressResolverGroup.INSTANCE) : client;
	}

}
