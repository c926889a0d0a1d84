package com.scalekit.spring.client.error;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What Scalekit says about a failed call. Every part may be missing: a proxy in between
 * may have answered instead of Scalekit.
 *
 * @param code the gRPC status code, such as {@code 5} for not found
 * @param message the human-readable message
 * @param errorCode Scalekit's own code, an open set of names such as
 * {@code UNAUTHENTICATED}
 * @param fieldViolations the fields that were refused, empty unless the request was
 * invalid
 * @param requestId the identifier of the call, to be given to Scalekit's support
 * @param toolError the failure of an upstream provider, if the call reached one
 */
public record ScalekitError(@Nullable Integer code, @Nullable String message, @Nullable String errorCode,
		List<FieldViolation> fieldViolations, @Nullable String requestId,
		@Nullable ToolError toolError) implements Serializable {

	private static final String TOOL_ERROR = "TOOL_ERROR";

	/**
	 * Whether an upstream provider failed rather than Scalekit. The HTTP status is then
	 * the provider's: a 401 says nothing about the access token.
	 * @return {@code true} for a failure of an upstream provider
	 */
	public boolean isToolError() {
		return this.toolError != null || TOOL_ERROR.equals(this.errorCode);
	}

	/**
	 * What is wrong, to be shown to the person who has made the request: the fields that
	 * were refused or, if there are none, the message.
	 * @return at least one reason
	 */
	public List<String> reasons() {
		return this.fieldViolations.isEmpty()
				? List.of(Objects.requireNonNullElse(this.message, "Scalekit gives no reason"))
				: this.fieldViolations.stream().map(FieldViolation::reason).toList();
	}

	/**
	 * A field that was refused.
	 *
	 * @param field the path of the field, such as {@code organization.display_name}
	 * @param description what is wrong with it
	 * @param constraint the identifier of the violated rule, such as
	 * {@code string.min_len}
	 */
	public record FieldViolation(@Nullable String field, @Nullable String description,
			@Nullable String constraint) implements Serializable {

		private String reason() {
			return Objects.requireNonNullElse(this.field, "request") + ": "
					+ Objects.requireNonNullElse(this.description, "not accepted");
		}

	}

	/**
	 * The failure of an upstream provider.
	 *
	 * @param executionId the identifier of the execution
	 * @param message the provider's message
	 * @param code the kind of failure, an open set of names such as {@code RATE_LIMITED}
	 */
	public record ToolError(@Nullable String executionId, @Nullable String message,
			@Nullable String code) implements Serializable {

	}

}
