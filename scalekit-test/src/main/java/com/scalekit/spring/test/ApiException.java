package com.scalekit.spring.test;

import java.util.List;

import com.scalekit.spring.test.ApiError.Code;
import com.scalekit.spring.test.ApiError.FieldViolation;

/**
 * Refuses a request.
 */
final class ApiException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient ApiError error;

	private ApiException(ApiError error) {
		super(error.toText(), null, false, false);
		this.error = error;
	}

	static ApiException invalidArgument(String message) {
		return new ApiException(new ApiError(Code.INVALID_ARGUMENT, "INVALID_ARGUMENT", message));
	}

	static ApiException invalidFields(List<FieldViolation> violations) {
		return new ApiException(
				new ApiError(Code.INVALID_ARGUMENT, "INVALID_ARGUMENT", "Validation error", violations));
	}

	static ApiException failedPrecondition(String message) {
		return new ApiException(new ApiError(Code.FAILED_PRECONDITION, "FAILED_PRECONDITION", message));
	}

	static ApiException unauthenticated(String message) {
		return new ApiException(new ApiError(Code.UNAUTHENTICATED, "UNAUTHENTICATED", message));
	}

	static ApiException resourceNotFound(String message) {
		return new ApiException(new ApiError(Code.NOT_FOUND, "RESOURCE_NOT_FOUND", message));
	}

	static ApiException alreadyExists(String message) {
		return new ApiException(new ApiError(Code.ALREADY_EXISTS, "ALREADY_EXISTS", message));
	}

	static ApiException routeNotFound() {
		return new ApiException(new ApiError(Code.NOT_FOUND, "NOT_FOUND", "Not Found"));
	}

	static ApiException methodNotAllowed() {
		return new ApiException(new ApiError(Code.UNIMPLEMENTED, "UNIMPLEMENTED", "Method Not Allowed"));
	}

	ApiError error() {
		return this.error;
	}

}
