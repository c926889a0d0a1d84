package com.scalekit.spring.boot.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.observation.ClientListener;
import com.scalekit.spring.client.observation.FailedAttempt;

/**
 * Counts what the clients do to keep calls from failing. All meters are there from the
 * start, so that the first retry shows up as an increase.
 */
final class ScalekitMetrics implements ClientListener {

	private static final String IO_ERROR = "IO_ERROR";

	private static final List<String> RETRIED_STATUSES = List.of("429", "500", "502", "503", "504", IO_ERROR);

	private final MeterRegistry registry;

	private final Counter exhaustedQuota;

	private final Counter refusedTokens;

	ScalekitMetrics(MeterRegistry registry) {
		this.registry = registry;
		RETRIED_STATUSES.forEach(this::retries);
		this.exhaustedQuota = Counter.builder("scalekit.client.retries.exhausted")
			.description("Retries that were not made because the quota for retries was used up")
			.register(registry);
		this.refusedTokens = Counter.builder("scalekit.token.refusals")
			.description("Calls whose access token was refused and replaced")
			.register(registry);
	}

	void bindTo(ScalekitClients clients) {
		TimeGauge.builder("scalekit.token.remaining", clients, TimeUnit.SECONDS, ScalekitMetrics::remainingSeconds)
			.description("Time the access token can still be used, zero if there is none")
			.register(this.registry);
	}

	private static double remainingSeconds(ScalekitClients clients) {
		Instant usableUntil = clients.tokenStatus().usableUntil();
		return (usableUntil != null) ? Math.max(0, Duration.between(Instant.now(), usableUntil).toSeconds()) : 0;
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
			.tag("status", status)
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
