package com.scalekit.spring.test.server;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An error of the REST API.
 *
 * @param code what went wrong, in gRPC terms
 * @param errorCode what went wrong, in Scalekit terms
 * @param message the text for a human
 * @param violations the fields that break a rule
 * @param toolError the failure of the tool that was executed, if it was that
 */
record ApiError(Code code, String errorCode, String message, List<FieldViolation> violations,
		@Nullable ToolError toolError) {

	ApiError(Code code, String errorCode, String message, List<FieldViolation> violations) {
		this(code, errorCode, message, violations, null);
	}

	ApiResponse toResponse() {
		return toResponse(new RequestInfo(UUID.randomUUID().toString()));
	}

	/**
	 * The response to a request that was refused before it got an id.
	 */
	ApiResponse toResponseWithoutRequestId() {
		return toResponse(null);
	}

	private ApiResponse toResponse(@Nullable RequestInfo requestInfo) {
		ErrorInfo errorInfo = new ErrorInfo("type.googleapis.com/scalekit.v1.errdetails.ErrorInfo", this.errorCode,
				requestInfo, (!this.violations.isEmpty()) ? new ValidationErrorInfo(this.violations) : null,
				this.toolError);
		return ApiResponse.json(this.code.httpStatus, new Body(this.code.number, this.message, List.of(errorInfo)));
	}

	String toText() {
		return (this.violations.isEmpty()) ? this.message : "%s: %s".formatted(this.message, this.violations);
	}

	enum Code {

		INVALID_ARGUMENT(3, 400),

		DEADLINE_EXCEEDED(4, 504),

		NOT_FOUND(5, 404),

		ALREADY_EXISTS(6, 409),

		PERMISSION_DENIED(7, 403),

		RESOURCE_EXHAUSTED(8, 429),

		FAILED_PRECONDITION(9, 400),

		UNIMPLEMENTED(12, 501),

		INTERNAL(13, 500),

		UNAVAILABLE(14, 503),

		UNAUTHENTICATED(16, 401);

		private final int number;

		private final int httpStatus;

		Code(int number, int httpStatus) {
			this.number = number;
			this.httpStatus = httpStatus;
		}

		static Code of(int httpStatus) {
			return Arrays.stream(values())
				.filter((code) -> code.httpStatus == httpStatus)
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException("No error has the status " + httpStatus));
		}

	}

	record FieldViolation(String field, String description, String constraint) {
	}

	record ToolError(String executionId, String toolErrorMessage, String toolErrorCode) {
	}

	private record Body(int code, String message, List<ErrorInfo> details) {
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	private record ErrorInfo(@JsonProperty("@type") String type, String errorCode, @Nullable RequestInfo requestInfo,
			@Nullable ValidationErrorInfo validationErrorInfo, @Nullable ToolError toolErrorInfo) {
	}

	private record RequestInfo(String requestId) {
	}

	private record ValidationErrorInfo(List<FieldViolation> fieldViolations) {
	}

}
