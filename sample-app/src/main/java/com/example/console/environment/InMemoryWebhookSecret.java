package com.example.console.environment;

import java.util.Base64;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * Sets the secret of the webhooks of an in-memory environment, which has credentials of
 * its own. The starter looks for it before there are beans.
 */
class InMemoryWebhookSecret implements EnvironmentPostProcessor {

	static final String PROPERTY = "scalekit.webhook.secret";

	private static final int BYTES = 32;

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (NoEnvironmentUrl.matches(environment)) {
			String key = Base64.getEncoder().encodeToString(KeyGenerators.secureRandom(BYTES).generateKey());
			environment.getPropertySources()
				.addFirst(new MapPropertySource("inMemoryEnvironment", Map.of(PROPERTY, "whsec_" + key)));
		}
	}

}
