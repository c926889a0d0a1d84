package com.scalekit.spring.boot.autoconfigure.metrics;

import java.net.URI;
import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.observation.ClientListener;
import com.scalekit.spring.client.observation.FailedAttempt;

/**
 * Listener that counts retries and refused tokens of an environment. All counters are
 * registered at once, so that the first retry shows up as an increase.
 */
final class ClientMetricsListener implements ClientListener {

	private static final String IO_ERROR = "IO_ERROR";

	private static final List<String> RETRIED_STATUSES = List.of("429", "500", "502", "503", "504", IO_ERROR);

	private final MeterRegistry registry;

	private final Tags tags;

	private final Counter exhaustedQuota;

	private final Counter refusedTokens;

	ClientMetricsListener(MeterRegistry registry, URI environmentUrl) {
		this.registry = registry;
		this.tags = EnvironmentTags.of(environmentUrl);
		RETRIED_STATUSES.forEach(this::retries);
		this.exhaustedQuota = Counter.builder("scalekit.client.retries.exhausted")
			.description("Retries that were not made because the quota for retries was used up")
			.tags(this.tags)
			.register(registry);
		this.refusedTokens = Counter.builder("scalekit.token.refusals")
			.description("Calls whose access token was refused and replaced")
			.tags(this.tags)
			.register(registry);
	}

	@Override
	public void onRetry(FailedAttempt attempt) {
		retries(status(attempt.status())).increment();
	}

	/**
	 * The tag has the name and the values it has in the metrics of HTTP requests.
	 */
	private static String status(@Nullable Integer status) {
		return (status != null) ? String.valueOf(status) : IO_ERROR;
	}

	private Counter retries(String status) {
		return Counter.builder("scalekit.client.retries")
			.description("Calls that were sent again, by the status of the failed attempt")
			.tags(this.tags.and("status", status))
			.register(this.registry);
	}

	@Override
	public void onRetryQuotaExhausted(FailedAttempt attempt) {
		this.exhaustedQuota.increment();
	}

	@Override
	public void onTokenRefused() {
		this.refusedTokens.increment();
	}

}
