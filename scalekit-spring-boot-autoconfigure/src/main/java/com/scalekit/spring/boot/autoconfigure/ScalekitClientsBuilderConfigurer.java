package com.scalekit.spring.boot.autoconfigure;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.core.io.ResourceLoader;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.ClientConnectorFactory;
import com.scalekit.spring.client.InvalidSettingsException;
import com.scalekit.spring.client.ScalekitClients;

/**
 * Configures a {@link ScalekitClients.Builder} as the auto-configuration does, except for
 * the connection: with the limits, HTTP settings, SSL bundle, customizers, observations
 * and metrics of the application. Use it for the clients of a second environment.
 */
public final class ScalekitClientsBuilderConfigurer {

	private final ScalekitProperties properties;

	private final ClientConnectorFactory connectorFactory;

	private final ObjectProvider<WebClientCustomizer> webClientCustomizers;

	private final ObjectProvider<ObservationRegistry> observationRegistry;

	private final ObjectProvider<ScalekitWebClientCustomizer> scalekitWebClientCustomizers;

	private final ObjectProvider<ScalekitClientsBuilderCustomizer> builderCustomizers;

	ScalekitClientsBuilderConfigurer(ScalekitProperties properties, ResourceLoader resourceLoader,
			ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder, ObjectProvider<HttpClientSettings> settings,
			ObjectProvider<SslBundles> sslBundles, ObjectProvider<WebClientCustomizer> webClientCustomizers,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<ScalekitWebClientCustomizer> scalekitWebClientCustomizers,
			ObjectProvider<ScalekitClientsBuilderCustomizer> builderCustomizers) {
		this.properties = properties;
		this.connectorFactory = new ReloadableConnectorFactory(
				() -> connectorBuilder
					.getIfAvailable(() -> ClientHttpConnectorBuilder.detect(resourceLoader.getClassLoader())),
				properties.http()
					.settings(settings.getIfAvailable(HttpClientSettings::defaults), sslBundles.getIfAvailable()),
				sslBundles.getIfAvailable(), properties.requestTimeout());
		this.webClientCustomizers = webClientCustomizers;
		this.observationRegistry = observationRegistry;
		this.scalekitWebClientCustomizers = scalekitWebClientCustomizers;
		this.builderCustomizers = builderCustomizers;
	}

	/**
	 * Configure a builder.
	 * @param builder the builder, which is changed
	 * @return the builder
	 */
	public ScalekitClients.Builder configure(ScalekitClients.Builder builder) {
		configureLimits(builder).webClientBuilder(webClientBuilder()).connectorFactory(this.connectorFactory);
		this.observationRegistry.ifAvailable(builder::observationRegistry);
		this.scalekitWebClientCustomizers.orderedStream()
			.forEach((customizer) -> builder.customize(customizer::customize));
		this.builderCustomizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder;
	}

	/**
	 * The factory for connectors with the HTTP settings, SSL bundle and proxy of
	 * Scalekit, which do not follow redirects. For requests that need no access token,
	 * such as that for the key set.
	 * @return the factory
	 */
	public ClientConnectorFactory connectorFactory() {
		return this.connectorFactory;
	}

	/**
	 * Configure the limits only, which can be done before any other bean is needed.
	 */
	ScalekitClients.Builder configureLimits(ScalekitClients.Builder builder) {
		try {
			return builder.requestTimeout(this.properties.requestTimeout())
				.maxRetries(this.properties.retry().maxRetries())
				.maxResponseSize(this.properties.maxResponseSize());
		}
		catch (InvalidSettingsException ex) {
			throw InvalidConfigurationException.of(ex, ScalekitProperties::key);
		}
	}

	/**
	 * The builder of the application may be one of several, or resolve the hosts of its
	 * own services.
	 */
	private WebClient.Builder webClientBuilder() {
		WebClient.Builder builder = WebClient.builder();
		this.webClientCustomizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder;
	}

}
