package com.scalekit.spring.boot.autoconfigure.inbound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;

import com.scalekit.spring.boot.autoconfigure.inbound.InboundEndpoint.InboundObservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How much room and time the bodies of anyone get.
 */
class InboundBodyTests {

	private static final byte[] QUARTER = new byte[256 * 1024];

	private final InboundEndpoint endpoint = new InboundEndpoint("/hooks", DataSize.ofKilobytes(256),
			new InboundObservation("hooks", "hooks", List.of(), ObservationRegistry.NOOP),
			(headers, body, observation) -> InboundResponse.of(HttpStatus.OK));

	@Test
	void isRefusedWithTheFirstByteOverTheLimit() {
		try (InboundBody body = this.endpoint.newBody()) {
			body.append(QUARTER, QUARTER.length);
			assertRefused(body, 1, HttpStatus.CONTENT_TOO_LARGE);
			assertThat(body.toByteArray()).hasSize(QUARTER.length);
		}
	}

	@Test
	void sharesItsRoomWithAllOthers() {
		List<InboundBody> bodies = fillTheRoom();
		InboundBody other = this.endpoint.newBody();
		assertThat(refusal(other, 1).headers()).containsEntry("Retry-After", "5");
		assertRefused(other, 1, HttpStatus.SERVICE_UNAVAILABLE);
		bodies.get(0).close();
		bodies.get(0).close();
		bodies.get(0).append(QUARTER, QUARTER.length);
		other.append(QUARTER, QUARTER.length);
		assertRefused(this.endpoint.newBody(), 1, HttpStatus.SERVICE_UNAVAILABLE);
	}

	@Test
	void mustArriveInTime() {
		AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1);
		Semaphore room = new Semaphore(2);
		InboundBody body = new InboundBody(this.endpoint, room, time::get);
		time.addAndGet(Duration.ofSeconds(10).toNanos());
		body.append(QUARTER, 1);
		time.incrementAndGet();
		assertRefused(body, 1, HttpStatus.REQUEST_TIMEOUT);
		body.close();
		assertThat(room.availablePermits()).isEqualTo(2);
	}

	@Test
	void ofASilentSenderIsGivenUp() {
		InboundWebFilter filter = new InboundWebFilter(this.endpoint, new StaticApplicationContext());
		DataBuffer beginning = DefaultDataBufferFactory.sharedInstance.wrap(QUARTER);
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/hooks")
			.contentType(MediaType.APPLICATION_JSON)
			.body(Flux.concat(Mono.just(beginning), Flux.never())));
		StepVerifier.withVirtualTime(() -> filter.filter(exchange, (ignored) -> Mono.error(AssertionError::new)))
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(10).minusMillis(1))
			.thenAwait(Duration.ofMillis(1))
			.verifyComplete();
		assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.REQUEST_TIMEOUT);
		assertThat(fillTheRoom()).hasSize(64);
		filter.destroy();
	}

	private List<InboundBody> fillTheRoom() {
		List<InboundBody> bodies = new ArrayList<>();
		for (int i = 0; i < 64; i++) {
			InboundBody body = this.endpoint.newBody();
			body.append(QUARTER, QUARTER.length);
			bodies.add(body);
		}
		return bodies;
	}

	private static InboundResponse refusal(InboundBody body, int length) {
		List<InboundResponse> responses = new ArrayList<>();
		assertThatExceptionOfType(InboundBodyException.class).isThrownBy(() -> body.append(QUARTER, length))
			.satisfies((ex) -> responses.add(ex.response()));
		return responses.get(0);
	}

	private static void assertRefused(InboundBody body, int length, HttpStatus status) {
		assertThat(refusal(body, length).status()).isEqualTo(status);
	}

}
