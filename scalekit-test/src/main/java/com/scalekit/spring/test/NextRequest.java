package com.scalekit.spring.test;

import java.time.Duration;
import java.util.function.UnaryOperator;

import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.Operation;

/**
 * Scripts what happens to the next request, or the next few requests, for an operation of
 * a {@link ScalekitServer}. Faults that are scripted one after another happen one after
 * another: <pre class="code">
 * server.next("GET /api/v1/organizations/{id}").times(2).respondsWith(serviceUnavailable());
 * server.next("GET /api/v1/organizations/{id}").drops();
 * </pre> Delays are real time: they are not affected by the clock of the server.
 *
 * @see ScalekitServer#next(String)
 */
public final class NextRequest {

	private final Faults faults;

	private final Operation operation;

	private final int times;

	NextRequest(Faults faults, Operation operation, int times) {
		this.faults = faults;
		this.operation = operation;
		this.times = times;
	}

	/**
	 * Return the same for several requests.
	 * <pre class="code">server.next("GET /api/v1/organizations").times(3).drops();</pre>
	 * @param times the number of requests, at least 1
	 * @return the next requests
	 */
	public NextRequest times(int times) {
		if (times < 1) {
			throw new IllegalArgumentException("The number of requests must be at least 1: " + times);
		}
		return new NextRequest(this.faults, this.operation, times);
	}

	/**
	 * Answer with the given response, whatever the token is. Nothing is executed.
	 * <pre class="code">
	 * server.next("POST /api/v1/organizations").respondsWith(tooManyRequests(Duration.ofSeconds(2)));
	 * </pre>
	 * @param response the response
	 */
	public void respondsWith(ScriptedResponse response) {
		script("respondsWith " + response, (request, handler) -> response.toApiResponse());
	}

	/**
	 * Break the connection. Nothing is executed.
	 * <pre class="code">server.next("GET /api/v1/organizations").drops();</pre>
	 */
	public void drops() {
		script("drops", (request, handler) -> ApiResponse.empty(0).lost());
	}

	/**
	 * Execute the request and break the connection before the response is sent, so that
	 * the client cannot know.
	 * <pre class="code">server.next("POST /api/v1/organizations").losesResponse();</pre>
	 */
	public void losesResponse() {
		deliver("losesResponse", ApiResponse::lost);
	}

	/**
	 * Execute the request, send the status, the headers and half of the body, and break
	 * the connection. <pre class="code">
	 * server.next("GET /api/v1/organizations").truncatesBody();
	 * </pre>
	 */
	public void truncatesBody() {
		deliver("truncatesBody", ApiResponse::truncated);
	}

	/**
	 * Keep the connection open and send nothing, until the server is reset or closed.
	 * Nothing is executed. <pre class="code">
	 * server.next("GET /api/v1/organizations").neverAnswers();
	 * </pre> A request that waits takes one of 200 threads of the server.
	 */
	public void neverAnswers() {
		script("neverAnswers", (request, handler) -> ApiResponse.empty(0).unanswered());
	}

	/**
	 * Execute the request and send the response late. <pre class="code">
	 * server.next("POST /oauth/token").delays(Duration.ofSeconds(5));
	 * </pre>
	 * @param delay the time that passes before the response is sent, not negative
	 */
	public void delays(Duration delay) {
		notNegative(delay);
		deliver("delays " + delay, (response) -> response.delayed(delay));
	}

	/**
	 * Execute the request and send the body of the response in small pieces.
	 * <pre class="code">
	 * server.next("GET /api/v1/organizations").dribbles(Duration.ofSeconds(30));
	 * </pre>
	 * @param duration the time that sending the body takes, not negative
	 */
	public void dribbles(Duration duration) {
		notNegative(duration);
		deliver("dribbles " + duration, (response) -> response.spread(duration));
	}

	private void deliver(String description, UnaryOperator<ApiResponse> delivery) {
		script(description, (request, handler) -> delivery.apply(handler.handle(request)));
	}

	private void script(String description, Fault fault) {
		this.faults.add(this.operation, this.times, description, fault);
	}

	private static void notNegative(Duration duration) {
		if (duration.isNegative()) {
			throw new IllegalArgumentException("The duration must not be negative: " + duration);
		}
	}

	@Override
	public String toString() {
		return (this.times == 1) ? this.operation.toString() : "%s (%d times)".formatted(this.operation, this.times);
	}

}
