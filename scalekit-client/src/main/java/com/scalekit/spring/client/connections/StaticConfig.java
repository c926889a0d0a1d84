package com.scalekit.spring.client.connections;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The configuration of a connection whose credentials do not change. It may have secrets,
 * so {@code toString} only has the names of its members.
 *
 * @param staticConfig the configuration, whose members depend on the provider
 */
public record StaticConfig(Map<String, @Nullable Object> staticConfig) {

	@Override
	public String toString() {
		return "StaticConfig" + this.staticConfig.keySet();
	}

}
