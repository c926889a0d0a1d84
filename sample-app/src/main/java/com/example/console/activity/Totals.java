package com.example.console.activity;

import java.util.Collection;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * What the meters say at a moment. Before the first call there are none.
 *
 * @param requests the number of requests
 * @param failures how many of them failed
 * @param milliseconds how long all of them took
 * @param retries the number of requests that were sent again
 * @param retriesSpared the number of retries that were not made, to spare Scalekit
 * @param tokenRequests the number of access tokens that were requested
 * @param tokenRefusals the number of access tokens that were refused and replaced
 * @param tokenSeconds how long the access token can still be used
 */
record Totals(long requests, long failures, double milliseconds, long retries, long retriesSpared, long tokenRequests,
		long tokenRefusals, long tokenSeconds) {

	static Totals read(MeterRegistry meters) {
		Collection<Timer> requests = meters.find("http.client.requests")
			.tag("uri", (uri) -> uri.startsWith("/api/v1/"))
			.timers();
		Collection<Timer> tokenRequests = meters.find("scalekit.token.requests").timers();
		return new Totals(requests.stream().mapToLong(Timer::count).sum(),
				requests.stream().filter(Totals::hasFailed).mapToLong(Timer::count).sum(),
				requests.stream().mapToDouble((timer) -> timer.totalTime(TimeUnit.MILLISECONDS)).sum(),
				count(meters, "scalekit.client.retries"), count(meters, "scalekit.client.retries.exhausted"),
				tokenRequests.stream().mapToLong(Timer::count).sum(), count(meters, "scalekit.token.refusals"),
				seconds(meters.find("scalekit.token.remaining").timeGauge()));
	}

	private static boolean hasFailed(Timer timer) {
		return !"SUCCESS".equals(timer.getId().getTag("outcome"));
	}

	private static long count(MeterRegistry meters, String name) {
		return Math.round(meters.find(name).counters().stream().mapToDouble(Counter::count).sum());
	}

	private static long seconds(@Nullable TimeGauge gauge) {
		return (gauge != null) ? (long) gauge.value(TimeUnit.SECONDS) : 0;
	}

}
