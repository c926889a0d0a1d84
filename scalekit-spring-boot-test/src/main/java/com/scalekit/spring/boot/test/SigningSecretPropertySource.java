package com.scalekit.spring.boot.test;

import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.util.StringUtils;

import com.scalekit.spring.test.ScalekitServer;

/**
 * Replaces the signing secrets that the application has. One that has none gets none, so
 * that a test notices a forgotten property. Property sources may be added later.
 */
final class SigningSecretPropertySource extends PropertySource<Map<String, String>> {

	private static final String NAME = "scalekitServerSecrets";

	private final MutablePropertySources sources;

	SigningSecretPropertySource(ScalekitServer server, MutablePropertySources sources) {
		super(NAME, Map.of("scalekit.webhook.secret", server.webhooks().secret(), "scalekit.interceptor.secret",
				server.interceptors().secret()));
		this.sources = sources;
	}

	@Override
	public @Nullable Object getProperty(String name) {
		String secret = this.source.get(name);
		return (secret != null && isSet(ConfigurationPropertyName.of(name))) ? secret : null;
	}

	/**
	 * Whether the application has a secret, as a text or as a list. A placeholder counts,
	 * even if it cannot be resolved: it is what the secret comes from elsewhere.
	 */
	private boolean isSet(ConfigurationPropertyName name) {
		for (ConfigurationPropertySource source : others()) {
			ConfigurationProperty secret = Stream.of(name, name.append("[0]"))
				.flatMap((candidate) -> Stream.ofNullable(source.getConfigurationProperty(candidate)))
				.findFirst()
				.orElse(null);
			if (secret != null) {
				return StringUtils.hasText(secret.getValue().toString());
			}
		}
		return false;
	}

	private Iterable<ConfigurationPropertySource> others() {
		return ConfigurationPropertySources.from(this.sources.stream().filter((source) -> source != this).toList());
	}

}
