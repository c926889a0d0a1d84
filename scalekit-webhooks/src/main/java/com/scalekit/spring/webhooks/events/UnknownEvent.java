package com.scalekit.spring.webhooks.events;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Event of a type that this version does not know.
 *
 * @param metadata what each event has
 * @param data the data as Scalekit sends it, in the order received; never {@code null},
 * but its values may be
 */
public record UnknownEvent(EventMetadata metadata, Map<String, @Nullable Object> data) implements ScalekitEvent {

}
