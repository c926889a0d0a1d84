package com.scalekit.spring.client;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Thrown when the settings of a {@link ScalekitClients.Builder} cannot be right. Its
 * message tells what to change, and never contains the client secret.
 */
public final class InvalidSettingsException extends IllegalArgumentException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Violation[] violations;

	InvalidSettingsException(Violation... violations) {
		super(Arrays.stream(violations).map(Violation::describe).collect(Collectors.joining("; ")));
		this.violations = violations;
	}

	/**
	 * What is wrong.
	 * @return the violations, at least one
	 */
	public List<Violation> getViolations() {
		return List.of(this.violations);
	}

	/**
	 * A setting that cannot be right.
	 *
	 * @param setting the name of the setting in the builder, such as {@code clientId}
	 * @param value the value, empty if there is none, or {@code null} if it might be or
	 * contain a secret
	 * @param reason what the setting must be or must not be, such as
	 * {@code must not be empty}
	 * @param remedy what to use instead, such as {@code https://acme.scalekit.com}
	 */
	public record Violation(String setting, @Nullable String value, String reason,
			String remedy) implements Serializable {

		private String describe() {
			return "'%s' %s%s. Use %s".formatted(this.setting, this.reason,
					StringUtils.hasLength(this.value) ? ": \"" + this.value + "\"" : "", this.remedy);
		}

	}

}
