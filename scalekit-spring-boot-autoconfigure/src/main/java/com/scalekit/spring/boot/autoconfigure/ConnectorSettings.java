package com.scalekit.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/**
 * The settings of the connectors, with their SSL bundle as it presently is: bundles may
 * be reloaded, wherever their name was configured.
 */
final class ConnectorSettings {

	private final List<Consumer<HttpClientSettings>> users = new ArrayList<>();

	private HttpClientSettings settings;

	ConnectorSettings(HttpClientSettings settings, @Nullable SslBundles sslBundles) {
		this.settings = settings;
		if (settings.sslBundle() != null && sslBundles != null) {
			sslBundles.getBundleNames()
				.stream()
				.filter((name) -> sslBundles.getBundle(name) == settings.sslBundle())
				.forEach((name) -> sslBundles.addBundleUpdateHandler(name, this::update));
		}
	}

	/**
	 * Pass on the present settings, and again those with a reloaded bundle.
	 */
	synchronized void use(Consumer<HttpClientSettings> user) {
		this.users.add(user);
		user.accept(this.settings);
	}

	private synchronized void update(SslBundle sslBundle) {
		this.settings = this.settings.withSslBundle(sslBundle);
		this.users.forEach((user) -> user.accept(this.settings));
	}

}
