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
 * Records deliveries as the starter observes them.
 */
@Component
class DeliveryRecorder implements ObservationHandler<Observation.Context> {

	private static final String REFUSED = "refused";

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
		context.put(Arrival.class, new Arrival(Instant.now(), System.nanoTime()));
	}

	/**
	 * Before other listeners, as they may fail.
	 */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void published(ScalekitEvent event) {
		this.deliveries.remember(event);
	}

	@Override
	public void onStop(Observation.Context context) {
		String outcome = value(context.getLowCardinalityKeyValue("outcome"));
		if (REFUSED.equals(outcome)) {
			this.deliveries.refuse();
			return;
		}
		Arrival arrival = context.getRequired(Arrival.class);
		ScalekitEvent event = this.deliveries.event(value(context.getHighCardinalityKeyValue("event.id")));
		String type = (event != null) ? event.type() : value(context.getLowCardinalityKeyValue("type"));
		this.deliveries.add(new Delivery(UUID.randomUUID(), type, outcome, arrival.time(), arrival.untilNow(), event));
	}

	private static String value(@Nullable KeyValue keyValue) {
		return (keyValue != null) ? keyValue.getValue() : KeyValue.NONE_VALUE;
	}

	private record Arrival(Instant time, long nanoTime) {

		private Duration untilNow() {
			return Duration.ofNanos(System.nanoTime() - this.nanoTime);
		}

	}

}
