package com.scalekit.spring.boot.autoconfigure;

import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.util.StringUtils;

/**
 * Takes the connection from {@link ScalekitProperties}. What is missing is empty, and
 * reported together with everything else that is wrong.
 */
final class PropertiesScalekitConnectionDetails implements ScalekitConnectionDetails {

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

	boolean isEmpty() {
		return Stream.of(getEnvironmentUrl(), getClientId(), getClientSecret()).noneMatch(StringUtils::hasText);
	}

}
