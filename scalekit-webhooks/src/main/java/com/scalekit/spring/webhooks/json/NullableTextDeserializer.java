package com.scalekit.spring.webhooks.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads a text that may be missing. Scalekit sends an empty one for some of these.
 */
final class NullableTextDeserializer extends StdScalarDeserializer<String> {

	NullableTextDeserializer() {
		super(String.class);
	}

	@Override
	public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
		String text = StringDeserializer.instance.deserialize(parser, context);
		return (text != null && !text.isEmpty()) ? text : null;
	}

}
