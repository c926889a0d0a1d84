package com.scalekit.spring.boot.autoconfigure;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.StringUtils;

/**
 * Takes the connection from {@link ScalekitProperties}, and insists on all of it.
 */
final class PropertiesScalekitConnectionDetails implements ScalekitConnectionDetails {

	private final String environmentUrl;

	private final String clientId;

	private final String clientSecret;

	PropertiesScalekitConnectionDetails(ScalekitProperties properties) {
		this.environmentUrl = require("environment-url", properties.environmentUrl());
		this.clientId = require("client-id", properties.clientId());
		this.clientSecret = require("client-secret", properties.clientSecret());
	}

	private static String require(String key, @Nullable String value) {
		if (!StringUtils.hasText(value)) {
			String variable = "SCALEKIT_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
			throw new InvalidConfigurationPropertyValueException("scalekit." + key, null,
					("Scalekit needs an environment URL, a client id and a client secret, and this one is missing. "
							+ "Set scalekit.%s or the environment variable %s, "
							+ "or set scalekit.enabled to false to do without Scalekit.")
						.formatted(key, variable));
		}
		return value;
	}

	@Override
	public String getEnvironmentUrl() {
		return this.environmentUrl;
	}

	@Override
	public String getClientId() {
		return this.clientId;
	}

	@Override
	public String getClientSecret() {
		return this.clientSecret;
	}

}
