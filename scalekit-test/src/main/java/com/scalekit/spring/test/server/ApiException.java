package com.scalekit.spring.test.server;

import java.util.List;

import com.scalekit.spring.test.api.ApiOperation;
import com.scalekit.spring.test.server.ApiError.Code;
import com.scalekit.spring.test.server.ApiError.FieldViolation;

/**
 * Refuses a request with an error of the REST API.
 */
public final class ApiException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient ApiError error;

	private ApiException(ApiError error) {
		super(error.toText(), null, false, false);
		this.error = error;
	}

	/**
	 * Return {@code 400} for an argument that is not valid.
	 * @param message the text for a human
	 * @return the exception
	 */
	public static ApiException invalidArgument(String message) {
		return of(Code.INVALID_ARGUMENT, "INVALID_ARGUMENT", message);
	}

	/**
	 * Return {@code 400} for a resource that is not in the required state.
	 * @param message the text for a human
	 * @return the exception
	 */
	public static ApiException failedPrecondition(String message) {
		return of(Code.FAILED_PRECONDITION, "FAILED_PRECONDITION", message);
	}

	/**
	 * Return {@code 401}.
	 * @param message the text for a human
	 * @return the exception
	 */
	public static ApiException unauthenticated(String message) {
		return of(Code.UNAUTHENTICATED, "UNAUTHENTICATED", message);
	}

	/**
	 * Return {@code 403}.
	 * @param message the text for a human
	 * @return the exception
	 */
	public static ApiException permissionDenied(String message) {
		return of(Code.PERMISSION_DENIED, "PERMISSION_DENIED", message);
	}

	/**
	 * Return {@code 404} for a resource that does not exist.
	 * @param message the text for a human
	 * @return the exception
	 */
	public static ApiException resourceNotFound(String message) {
		return of(Code.NOT_FOUND, "RESOURCE_NOT_FOUND", message);
	}

	/**
	 * Return {@code 409} for a resource that exists already.
	 * @param message the text for a human
	 * @return the exception
	 */
	public static ApiException alreadyExists(String message) {
		return of(Code.ALREADY_EXISTS, "ALREADY_EXISTS", message);
	}

	/**
	 * Return {@code 429}.
	 * @param message the text for a human
	 * @return the exception
	 */
	public static ApiException rateLimited(String message) {
		return of(Code.RESOURCE_EXHAUSTED, "RATE_LIMITED", message);
	}

	/**
	 * Return {@code 500}.
	 * @param message the text for a human
	 * @return the exception
	 */
	public static ApiException internal(String message) {
		return of(Code.INTERNAL, "INTERNAL", message);
	}

	/**
	 * Return {@code 503}.
	 * @param message the text for a human
	 * @return the exception
	 */
	public static ApiException unavailable(String message) {
		return of(Code.UNAVAILABLE, "UNAVAILABLE", message);
	}

	/**
	 * Return {@code 504}.
	 * @param message the text for a human
	 * @return the exception
	 */
	public static ApiException deadlineExceeded(String message) {
		return of(Code.DEADLINE_EXCEEDED, "DEADLINE_EXCEEDED", message);
	}

	/**
	 * Return {@code 400} for a connected account that the user has to authorize again.
	 * @param message the text for a human
	 * @return the exception
	 */
	public static ApiException reauthenticationNeeded(String message) {
		return of(Code.FAILED_PRECONDITION, "REAUTHENTICATION_NEEDED", message);
	}

	/**
	 * Return the error of a tool that has failed at the service that it has called.
	 * @param status the HTTP status of that service: 400, 401, 403, 404, 429, 500 or 503
	 * @param toolErrorCode what went wrong, such as {@code RATE_LIMITED}
	 * @param message the text for a human
	 * @param executionId the id of the execution
	 * @return the exception
	 */
	public static ApiException toolError(int status, String toolErrorCode, String message, String executionId) {
		return new ApiException(new ApiError(Code.of(status), "TOOL_ERROR", message, List.of(),
				new ApiError.ToolError(executionId, message, toolErrorCode)));
	}

	static ApiException invalidFields(List<FieldViolation> violations) {
		return new ApiException(
				new ApiError(Code.INVALID_ARGUMENT, "INVALID_ARGUMENT", "Validation error", violations));
	}

	static ApiException routeNotFound() {
		return of(Code.NOT_FOUND, "NOT_FOUND", "Not Found");
	}

	static ApiException methodNotAllowed() {
		return of(Code.UNIMPLEMENTED, "UNIMPLEMENTED", "Method Not Allowed");
	}

	static ApiException notSimulated(ApiOperation operation) {
		return of(Code.UNIMPLEMENTED, "UNIMPLEMENTED",
				"ScalekitServer does not simulate %s: script the response of '%s' with next(..)"
					.formatted(operation.id(), operation.reference()));
	}

	private static ApiException of(Code code, String errorCode, String message) {
		return new ApiException(new ApiError(code, errorCode, message, List.of()));
	}

	/**
	 * Return the response that tells this error.
	 * @return a response with an id of the request
	 */
	public ApiResponse toResponse() {
		return this.error.toResponse();
	}

	/**
	 * Return the response that tells this error to a request that has no id yet.
	 * @return a response without an id of the request
	 */
	public ApiResponse toResponseWithoutRequestId() {
		return this.error.toResponseWithoutRequestId();
	}

}
