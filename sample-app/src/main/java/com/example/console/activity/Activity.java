package com.example.console.activity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at the meters once a second, and remembers the last two minutes.
 */
@Component
class Activity {

	static final int SECONDS = 120;

	private final MeterRegistry meters;

	private final Deque<Totals> history = new ArrayDeque<>();

	Activity(MeterRegistry meters) {
		this.meters = meters;
	}

	@Scheduled(fixedRate = 1000)
	synchronized void look() {
		if (this.history.size() > SECONDS) {
			this.history.removeFirst();
		}
		this.history.addLast(Totals.read(this.meters));
	}

	Totals totals() {
		return Totals.read(this.meters);
	}

	List<Chart> charts() {
		return List.of(
				new Chart("Requests", Chart.PER_SECOND,
						perSecond((before, after) -> after.requests() - before.requests())),
				new Chart("Failed attempts", Chart.PER_SECOND,
						perSecond((before, after) -> after.failures() - before.failures())),
				new Chart("Retries", Chart.PER_SECOND,
						perSecond((before, after) -> after.retries() - before.retries())),
				new Chart("Latency", Chart.MILLISECONDS, perSecond(Activity::latency)),
				new Chart("Token requests", Chart.PER_SECOND,
						perSecond((before, after) -> after.tokenRequests() - before.tokenRequests())),
				new Chart("Access token", Chart.REMAINING, perSecond((before, after) -> after.tokenSeconds())));
	}

	private static double latency(Totals before, Totals after) {
		long requests = after.requests() - before.requests();
		return (requests > 0) ? (after.milliseconds() - before.milliseconds()) / requests : 0;
	}

	private synchronized List<Double> perSecond(ToDoubleBiFunction<Totals, Totals> difference) {
		List<Double> values = new ArrayList<>();
		Totals before = null;
		for (Totals totals : this.history) {
			if (before != null) {
				values.add(difference.applyAsDouble(before, totals));
			}
			before = totals;
		}
		return values;
	}

}
