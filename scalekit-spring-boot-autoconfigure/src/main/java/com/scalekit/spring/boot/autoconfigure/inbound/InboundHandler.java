package com.scalekit.spring.boot.autoconfigure.inbound;

import java.util.Collection;
import java.util.function.Function;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Handles a delivery, whatever the web stack.
 */
@FunctionalInterface
public interface InboundHandler {

	/**
	 * Handles a delivery.
	 * @param headers returns the values of a header by its name
	 * @param body the body, byte by byte as it was received
	 * @param observation the observation of the delivery, to tell what became of it
	 * @return the response
	 */
	InboundResponse handle(Function<String, ? extends @Nullable Collection<String>> headers, byte[] body,
			Observation observation);

}
