package com.scalekit.spring.test.server;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.api.ApiType;

/**
 * Reads the values of query parameters, as strictly as grpc-gateway does.
 */
final class ParameterValues {

	private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");

	private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");

	private static final long UINT32_MAX = 0xFFFF_FFFFL;

	private ParameterValues() {
	}

	/**
	 * Read a value.
	 * @param constants returns the constants of an enum
	 */
	static Object read(String name, ApiType type, String value, Function<String, List<String>> constants) {
		Object result = switch (type.kind()) {
			case BOOL -> toBoolean(value);
			case INT32 -> toNumber(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
			case UINT32 -> toNumber(value, 0, UINT32_MAX);
			case INT64 -> toNumber(value, Long.MIN_VALUE, Long.MAX_VALUE);
			case TIMESTAMP -> toInstant(value);
			case ENUM -> (constants.apply(type.name()).contains(value)) ? value : null;
			default -> value;
		};
		if (result == null) {
			throw ApiException.invalidArgument(
					"type mismatch, parameter: %s, error: parsing \"%s\": invalid syntax".formatted(name, value));
		}
		return result;
	}

	static @Nullable Boolean toBoolean(String value) {
		if (TRUE.contains(value)) {
			return true;
		}
		return (FALSE.contains(value)) ? Boolean.FALSE : null;
	}

	static @Nullable Long toNumber(String value, long min, long max) {
		try {
			long number = Long.parseLong(value);
			return (number >= min && number <= max) ? Long.valueOf(number) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	static @Nullable Instant toInstant(String value) {
		try {
			return OffsetDateTime.parse(value).toInstant();
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
