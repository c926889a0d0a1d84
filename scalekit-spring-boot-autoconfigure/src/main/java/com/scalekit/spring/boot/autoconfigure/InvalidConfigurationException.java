package com.scalekit.spring.boot.autoconfigure;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import com.scalekit.spring.client.InvalidSettingsException;
import com.scalekit.spring.client.InvalidSettingsException.Violation;

/**
 * Thrown at start when the clients cannot be made with the configuration as it is. The
 * violations name properties, or the methods of a {@link ScalekitConnectionDetails} bean.
 */
final class InvalidConfigurationException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Violation[] violations;

	InvalidConfigurationException(Violation... violations) {
		super(Arrays.stream(violations)
			.map((violation) -> violation.setting() + " " + violation.reason())
			.collect(Collectors.joining("; ")));
		this.violations = violations;
	}

	static InvalidConfigurationException of(InvalidSettingsException exception,
			ScalekitConnectionDetails connectionDetails) {
		return new InvalidConfigurationException(exception.getViolations()
			.stream()
			.map((violation) -> new Violation(place(violation.setting(), connectionDetails), violation.value(),
					violation.reason(), violation.remedy()))
			.toArray(Violation[]::new));
	}

	private static String place(String setting, ScalekitConnectionDetails connectionDetails) {
		String key = setting.equals("maxRetries") ? "scalekit.retry.max-retries"
				: "scalekit." + DataObjectPropertyName.toDashedForm(setting);
		boolean property = connectionDetails instanceof PropertiesScalekitConnectionDetails
				|| !PropertiesScalekitConnectionDetails.KEYS.contains(key);
		return property ? key : ClassUtils.getUserClass(connectionDetails).getName() + ".get"
				+ StringUtils.capitalize(setting) + "()";
	}

	List<Violation> getViolations() {
		return List.of(this.violations);
	}

}
