package com.scalekit.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

import com.scalekit.spring.client.InvalidSettingsException.Violation;

/**
 * Reports what is wrong with the configuration, where it comes from, and what to do. It
 * precedes that of Spring Boot, which would only report where binding failed.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class InvalidConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConfigurationException> {

	private static final String MASK = "******";

	private final Environment environment;

	InvalidConfigurationFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidConfigurationException cause) {
		List<Violation> violations = cause.getViolations();
		String description = violations.stream()
			.map(this::describe)
			.collect(Collectors.joining("%n".formatted(), "The configuration of Scalekit is invalid:%n%n".formatted(),
					""));
		String action = violations.stream()
			.map(InvalidConfigurationFailureAnalyzer::instruct)
			.collect(Collectors.joining("%n".formatted()));
		return new FailureAnalysis(description.stripTrailing(), action + alternative(violations), cause);
	}

	private String describe(Violation violation) {
		ConfigurationProperty property = find(violation);
		List<String> rows = new ArrayList<>();
		rows.add((isProperty(violation) ? "Property: " : "Bean method: ") + violation.setting());
		if (!isMissing(violation)) {
			rows.add("Value: " + value(violation, property));
		}
		if (property != null && property.getOrigin() != null) {
			rows.add("Origin: " + property.getOrigin());
		}
		rows.add("Reason: " + violation.reason());
		return rows.stream().map("    %s%n"::formatted).collect(Collectors.joining());
	}

	private @Nullable ConfigurationProperty find(Violation violation) {
		return isProperty(violation)
				? StreamSupport.stream(ConfigurationPropertySources.get(this.environment).spliterator(), false)
					.map((source) -> source.getConfigurationProperty(ConfigurationPropertyName.of(violation.setting())))
					.filter(Objects::nonNull)
					.findFirst()
					.orElse(null)
				: null;
	}

	/**
	 * A limit is shown as it is written. What belongs to the connection is only shown if
	 * it has been found to be no secret, and a signing secret never.
	 */
	private static String value(Violation violation, @Nullable ConfigurationProperty property) {
		boolean written = violation.value() != null && property != null && !isConnection(violation);
		Object value = (written && property != null) ? property.getValue() : violation.value();
		return (value != null) ? "\"" + value + "\"" : MASK;
	}

	private static String instruct(Violation violation) {
		String place = violation.setting();
		if (!isProperty(violation)) {
			return "Let %s return %s.".formatted(place, violation.remedy());
		}
		return "Set %s to %s.".formatted(
				(isConnection(violation) || place.endsWith(".secret"))
						? place + ", or the environment variable " + ScalekitProperties.variable(place) + "," : place,
				violation.remedy());
	}

	private static String alternative(List<Violation> violations) {
		return violations.stream().anyMatch((violation) -> isMissing(violation) && isProperty(violation))
				? "%nOr set scalekit.enabled to false to do without Scalekit.".formatted() : "";
	}

	private static boolean isConnection(Violation violation) {
		return ScalekitProperties.CONNECTION_KEYS.contains(violation.setting());
	}

	private static boolean isProperty(Violation violation) {
		return !violation.setting().endsWith("()");
	}

	private static boolean isMissing(Violation violation) {
		return "".equals(violation.value());
	}

}
