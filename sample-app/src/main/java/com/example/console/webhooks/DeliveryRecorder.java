package com.example.console.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import com.scalekit.spring.webhooks.events.ScalekitEvent;

/**
 * Records deliveries as the starter observes them, in one thread from their start to
 * their end. Between the two, the inbox is asked about the event, and the event is
 * published unless it is a duplicate.
 */
@Component
class DeliveryRecorder implements ObservationHandler<Observation.Context> {

	private static final String REFUSED = "refused";

	private final ThreadLocal<Arrival> arrivals = new ThreadLocal<>();

	private final Deliveries deliveries;

	DeliveryRecorder(Deliveries deliveries) {
		this.deliveries = deliveries;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return "scalekit.webhooks".equals(context.getName());
	}

	@Override
	public void onStart(Observation.Context context) {
		this.arrivals.set(new Arrival());
	}

	void identified(String eventId) {
		Arrival arrival = this.arrivals.get();
		if (arrival != null) {
			arrival.event = this.deliveries.event(eventId);
		}
	}

	/**
	 * Before other listeners, as they may fail.
	 */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void published(ScalekitEvent event) {
		Arrival arrival = this.arrivals.get();
		if (arrival != null) {
			arrival.event = event;
		}
	}

	@Override
	public void onStop(Observation.Context context) {
		Arrival arrival = this.arrivals.get();
		this.arrivals.remove();
		String outcome = value(context, "outcome");
		if (REFUSED.equals(outcome)) {
			this.deliveries.refuse();
		}
		else {
			this.deliveries.add(arrival.delivery(value(context, "type"), outcome));
		}
	}

	private static String value(Observation.Context context, String key) {
		KeyValue keyValue = context.getLowCardinalityKeyValue(key);
		return (keyValue != null) ? keyValue.getValue() : KeyValue.NONE_VALUE;
	}

	private static final class Arrival {

		private final Instant time = Instant.now();

		private final long start = System.nanoTime();

		private @Nullable ScalekitEvent event;

		private Delivery delivery(String type, String outcome) {
			return new Delivery(UUID.randomUUID(), (this.event != null) ? this.event.type() : type, outcome, this.time,
					Duration.ofNanos(System.nanoTime() - this.start), this.event);
		}

	}

}
