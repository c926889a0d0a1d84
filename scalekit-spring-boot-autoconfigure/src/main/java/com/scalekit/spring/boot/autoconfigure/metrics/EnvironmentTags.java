package com.scalekit.spring.boot.autoconfigure.metrics;

import java.net.URI;

import io.micrometer.core.instrument.Tags;

/**
 * The tags of an environment. They have the name and the value they have in the metrics
 * of HTTP requests.
 */
final class EnvironmentTags {

	private EnvironmentTags() {
	}

	static Tags of(URI environmentUrl) {
		return Tags.of("client.name", environmentUrl.getHost());
	}

}
