package com.scalekit.spring.ai;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.execution.ToolExecutionException;
import org.springframework.http.HttpStatus;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitError;

/**
 * Tells failures that concern the model from those that do not.
 */
final class ToolFailures {

	private static final String REAUTHENTICATION_NEEDED = "REAUTHENTICATION_NEEDED";

	/**
	 * The gRPC status of what is not in the required state.
	 */
	private static final Integer FAILED_PRECONDITION = 9;

	private static final int MAX_LENGTH = 1000;

	private ToolFailures() {
	}

	/**
	 * Return the exception to throw: one with a message for the model, or the failure as
	 * it is.
	 */
	static RuntimeException translate(ToolDefinition tool, String identifier, @Nullable String connectedAccountId,
			ScalekitApiException failure) {
		if (needsAuthorization(failure)) {
			return new ToolExecutionException(tool,
					new AuthorizationRequiredException(tool.name(), identifier, connectedAccountId, failure));
		}
		if (failure instanceof ScalekitApiException.ToolError toolError) {
			return new FailedToolCall(tool, describe(tool, toolError), failure);
		}
		if (failure instanceof ScalekitApiException.BadRequest) {
			return new FailedToolCall(tool, describe(tool, failure.getError()), failure);
		}
		if (failure instanceof ScalekitApiException.NotFound) {
			return new FailedToolCall(tool,
					describe(tool, failure.getError()) + ". The user may not have connected an account yet", failure);
		}
		return failure;
	}

	private static boolean needsAuthorization(ScalekitApiException failure) {
		ScalekitError error = failure.getError();
		if (failure instanceof ScalekitApiException.ToolError toolError) {
			return toolError.getProviderStatus() == HttpStatus.UNAUTHORIZED.value();
		}
		return REAUTHENTICATION_NEEDED.equals(error.errorCode()) || FAILED_PRECONDITION.equals(error.code());
	}

	private static String describe(ToolDefinition tool, ScalekitApiException.ToolError failure) {
		String code = failure.getToolErrorCode();
		return limit("The tool %s has failed: the service answered with status %d".formatted(tool.name(),
				failure.getProviderStatus()) + ((code != null) ? " (%s)".formatted(code) : "")
				+ suffix(failure.getProviderMessage()));
	}

	private static String describe(ToolDefinition tool, ScalekitError error) {
		String violations = error.fieldViolations()
			.stream()
			.map((violation) -> Stream.of(violation.field(), violation.description())
				.filter((text) -> text != null && !text.isEmpty())
				.collect(Collectors.joining(": ")))
			.collect(Collectors.joining("; "));
		return limit("The tool %s was not executed".formatted(tool.name()) + suffix(error.message())
				+ (violations.isEmpty() ? "" : " (%s)".formatted(violations)));
	}

	private static String suffix(@Nullable String message) {
		return (message != null && !message.isBlank()) ? ": " + message.strip() : "";
	}

	private static String limit(String text) {
		return (text.codePointCount(0, text.length()) <= MAX_LENGTH) ? text
				: text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH - 1)) + "…";
	}

}
