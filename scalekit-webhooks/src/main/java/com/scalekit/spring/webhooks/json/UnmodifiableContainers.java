package com.scalekit.spring.webhooks.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapType;

/**
 * Makes the lists and maps that are read unmodifiable.
 */
final class UnmodifiableContainers extends ValueDeserializerModifier {

	private static final long serialVersionUID = 1L;

	@Override
	public ValueDeserializer<?> modifyCollectionDeserializer(DeserializationConfig config, CollectionType type,
			BeanDescription.Supplier bean, ValueDeserializer<?> deserializer) {
		return type.isTypeOrSubTypeOf(List.class) ? new UnmodifiableDeserializer(deserializer) : deserializer;
	}

	@Override
	public ValueDeserializer<?> modifyMapDeserializer(DeserializationConfig config, MapType type,
			BeanDescription.Supplier bean, ValueDeserializer<?> deserializer) {
		return type.isTypeOrSubTypeOf(Map.class) ? new UnmodifiableDeserializer(deserializer) : deserializer;
	}

	private static final class UnmodifiableDeserializer extends DelegatingDeserializer {

		private UnmodifiableDeserializer(ValueDeserializer<?> deserializer) {
			super(deserializer);
		}

		@Override
		protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> deserializer) {
			return new UnmodifiableDeserializer(deserializer);
		}

		@Override
		public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
			return unmodifiable(super.deserialize(parser, context));
		}

		@Override
		public @Nullable Object getEmptyValue(DeserializationContext context) {
			return unmodifiable(super.getEmptyValue(context));
		}

		private static @Nullable Object unmodifiable(@Nullable Object value) {
			if (value instanceof List<?> list) {
				return Collections.unmodifiableList(list);
			}
			return (value instanceof Map<?, ?> map) ? Collections.unmodifiableMap(map) : value;
		}

	}

}
