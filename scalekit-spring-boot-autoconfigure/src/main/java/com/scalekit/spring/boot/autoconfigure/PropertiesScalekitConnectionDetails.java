package com.scalekit.spring.boot.autoconfigure;

import java.util.List;
import java.util.Objects;

/**
 * Takes the connection from {@link ScalekitProperties}. What is missing is empty, and
 * reported together with everything else that is wrong.
 */
final class PropertiesScalekitConnectionDetails implements ScalekitConnectionDetails {

	static final List<String> KEYS = List.of("scalekit.environment-url", "scalekit.client-id",
			"scalekit.client-secret");

	private final ScalekitProperties properties;

	PropertiesScalekitConnectionDetails(ScalekitProperties properties) {
		this.properties = properties;
	}

	@Override
	public String getEnvironmentUrl() {
		return Objects.requireNonNullElse(this.properties.environmentUrl(), "");
	}

	@Override
	public String getClientId() {
		return Objects.requireNonNullElse(this.properties.clientId(), "");
	}

	@Override
	public String getClientSecret() {
		return Objects.requireNonNullElse(this.properties.clientSecret(), "");
	}

}
