package com.scalekit.spring.webhooks;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

import com.scalekit.spring.webhooks.events.EventMetadata;

/**
 * What a native image has to keep of the events.
 */
final class WebhookRuntimeHints implements RuntimeHintsRegistrar {

	private final BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		this.binding.registerReflectionHints(hints.reflection(), EventMetadata.class);
		EventType.all().forEach((type) -> this.binding.registerReflectionHints(hints.reflection(), type.dataType()));
		hints.resources().registerPattern("com/scalekit/spring/webhooks/jdbc/schema-*.sql");
	}

}
