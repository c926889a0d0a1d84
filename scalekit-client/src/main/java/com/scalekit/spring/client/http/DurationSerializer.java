package com.scalekit.spring.client.http;

import java.math.BigDecimal;
import java.time.Duration;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/**
 * Writes durations in the format that Scalekit reads, such as {@code "3600s"}.
 */
final class DurationSerializer extends StdScalarSerializer<Duration> {

	DurationSerializer() {
		super(Duration.class);
	}

	@Override
	public void serialize(Duration duration, JsonGenerator generator, SerializationContext context) {
		BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
		generator.writeString(seconds.stripTrailingZeros().toPlainString() + "s");
	}

}
