package com.scalekit.spring.client.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;

/**
 * Converts an argument that becomes a part of the URI or a header to a string. A value is
 * spelt there as it is in JSON.
 */
final class JsonConversionService implements ConversionService {

	@Override
	public boolean canConvert(@Nullable Class<?> sourceType, Class<?> targetType) {
		return targetType == String.class;
	}

	@Override
	public boolean canConvert(@Nullable TypeDescriptor sourceType, TypeDescriptor targetType) {
		return canConvert((Class<?>) null, targetType.getType());
	}

	@Override
	public <T> @Nullable T convert(@Nullable Object source, Class<T> targetType) {
		return (source != null) ? targetType.cast(toString(source)) : null;
	}

	@Override
	public @Nullable Object convert(@Nullable Object source, @Nullable TypeDescriptor sourceType,
			TypeDescriptor targetType) {
		return convert(source, targetType.getType());
	}

	private static String toString(Object value) {
		if (value instanceof CharSequence || value instanceof Number || value instanceof Boolean) {
			return value.toString();
		}
		JsonNode json = ScalekitJson.MAPPER.valueToTree(value);
		if (!json.isValueNode() || json.isNull()) {
			throw new IllegalArgumentException(
					"A value of type '%s' cannot be a part of the URI or a header. Pass a string, a number, a boolean, "
						.formatted(value.getClass().getName()) + "or a type whose JSON is one of these");
		}
		return json.asString();
	}

}
