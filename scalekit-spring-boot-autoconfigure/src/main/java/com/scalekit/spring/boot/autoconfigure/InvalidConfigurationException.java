package com.scalekit.spring.boot.autoconfigure;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.scalekit.spring.client.InvalidSettingsException;
import com.scalekit.spring.client.InvalidSettingsException.Violation;

/**
 * Thrown at start when the configuration cannot be right. The violations name properties,
 * or the methods of a {@link ScalekitConnectionDetails} bean.
 */
public final class InvalidConfigurationException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Violation[] violations;

	/**
	 * Creates the exception.
	 * @param violations what is wrong
	 */
	public InvalidConfigurationException(Violation... violations) {
		super(Arrays.stream(violations)
			.map((violation) -> violation.setting() + " " + violation.reason())
			.collect(Collectors.joining("; ")));
		this.violations = violations;
	}

	/**
	 * Create an exception.
	 * @param exception what is wrong with the settings
	 * @param places finds where a setting comes from
	 */
	static InvalidConfigurationException of(InvalidSettingsException exception, UnaryOperator<String> places) {
		return new InvalidConfigurationException(exception.getViolations()
			.stream()
			.map((violation) -> new Violation(places.apply(violation.setting()), violation.value(), violation.reason(),
					violation.remedy()))
			.toArray(Violation[]::new));
	}

	List<Violation> getViolations() {
		return List.of(this.violations);
	}

}
