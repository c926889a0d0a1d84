package com.scalekit.spring.boot.autoconfigure.interceptors;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

import com.scalekit.spring.boot.autoconfigure.inbound.InboundEndpoint;
import com.scalekit.spring.boot.autoconfigure.inbound.InboundEndpoint.InboundObservation;
import com.scalekit.spring.boot.autoconfigure.inbound.InboundHandler;
import com.scalekit.spring.boot.autoconfigure.inbound.InboundResponse;
import com.scalekit.spring.interceptors.InterceptorAnswer;
import com.scalekit.spring.interceptors.InterceptorOutcome;
import com.scalekit.spring.interceptors.InterceptorReceiver;
import com.scalekit.spring.webhooks.WebhookHeaders;

/**
 * Answers requests to interceptors. Without an answer the policy in the dashboard
 * decides.
 */
final class InterceptorHandler implements InboundHandler {

	private static final String TRIGGER = "trigger";

	private static final String OUTCOME = "outcome";

	private final InterceptorReceiver receiver;

	private InterceptorHandler(InterceptorReceiver receiver) {
		this.receiver = receiver;
	}

	static InboundEndpoint endpoint(InterceptorProperties properties, InterceptorReceiver receiver,
			ObservationRegistry registry) {
		return new InboundEndpoint(properties.path(), properties.maxBodySize(),
				new InboundObservation("scalekit.interceptors", "scalekit interceptor",
						List.of(KeyValue.of(TRIGGER, "unknown"), KeyValue.of(OUTCOME, name(InterceptorOutcome.FAILED))),
						registry),
				new InterceptorHandler(receiver));
	}

	@Override
	public InboundResponse handle(Function<String, ? extends @Nullable Collection<String>> headers, byte[] body,
			Observation observation) {
		InterceptorAnswer answer = this.receiver
			.receive(WebhookHeaders.fromValues(InterceptorReceiver.HEADER_PREFIX, headers), body);
		if (answer.trigger() != null) {
			observation.lowCardinalityKeyValue(TRIGGER, answer.trigger());
		}
		observation.lowCardinalityKeyValue(OUTCOME, name(answer.outcome()));
		if (answer.body() != null) {
			return InboundResponse.json(answer.body());
		}
		return InboundResponse.of((answer.outcome() == InterceptorOutcome.NOT_HANDLED) ? HttpStatus.NOT_FOUND
				: HttpStatus.INTERNAL_SERVER_ERROR);
	}

	private static String name(InterceptorOutcome outcome) {
		return outcome.name().toLowerCase(Locale.ROOT);
	}

}
