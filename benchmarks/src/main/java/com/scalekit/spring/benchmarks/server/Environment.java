package com.scalekit.spring.benchmarks.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The state of a server.
 */
final class Environment {

	private static final String FIRST_PAGE = "/api/v1/organizations?page_size=10";

	private static final int REMEMBERED_TOKEN_REQUESTS = 1000;

	private static final int REQUESTS_PER_FAULT = 100;

	private static final Duration SLOW_ANSWER = Duration.ofSeconds(5);

	private final ServerSettings settings;

	private final byte[] token;

	private final byte[] firstPage;

	private final byte[] unavailable = Responses.json("503 Service Unavailable",
			"{\"code\":14,\"message\":\"unavailable\",\"details\":[]}");

	private final byte[] unauthorized = Responses.json("401 Unauthorized",
			"{\"code\":16,\"message\":\"unauthenticated\",\"details\":[]}");

	private final AtomicLong requests = new AtomicLong();

	private final AtomicLong calls = new AtomicLong();

	private final AtomicLong tokenRequests = new AtomicLong();

	private final AtomicInteger connections = new AtomicInteger();

	private final List<Long> tokenRequestTimes = new ArrayList<>();

	Environment(ServerSettings settings) {
		this.settings = settings;
		this.token = Responses.json("200 OK", "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
			.formatted(ConstantToken.VALUE, settings.tokenLifetime().toSeconds()));
		this.firstPage = page(FIRST_PAGE);
	}

	void connected() {
		this.connections.incrementAndGet();
	}

	void disconnected() {
		this.connections.decrementAndGet();
	}

	/**
	 * Answer a request for an access token.
	 */
	Answer token() {
		this.tokenRequests.incrementAndGet();
		synchronized (this.tokenRequestTimes) {
			if (this.tokenRequestTimes.size() < REMEMBERED_TOKEN_REQUESTS) {
				this.tokenRequestTimes.add(System.currentTimeMillis());
			}
		}
		return faultOr(new Answer(this.token, this.settings.tokenDelay()));
	}

	/**
	 * Answer a request to the API.
	 */
	Answer call(String uri, boolean authorized) {
		this.calls.incrementAndGet();
		if (!authorized) {
			return new Answer(this.unauthorized);
		}
		if (this.settings.faults() == Faults.OUTAGE) {
			return new Answer(this.unavailable);
		}
		return faultOr(new Answer(uri.equals(FIRST_PAGE) ? this.firstPage : page(uri)));
	}

	private byte[] page(String uri) {
		return Responses.json("200 OK", Responses.page(uri, this.settings.organizations()));
	}

	private Answer faultOr(Answer answer) {
		long request = this.requests.incrementAndGet();
		if (this.settings.faults() != Faults.SOME || request % REQUESTS_PER_FAULT != 0) {
			return answer;
		}
		return switch ((int) (request / REQUESTS_PER_FAULT % 3)) {
			case 0 -> new Answer(this.unavailable);
			case 1 -> Answer.RESET;
			default -> new Answer(answer.bytes(), SLOW_ANSWER);
		};
	}

	Statistics statistics() {
		synchronized (this.tokenRequestTimes) {
			return new Statistics(this.calls.get(), this.tokenRequests.get(), this.connections.get(),
					List.copyOf(this.tokenRequestTimes));
		}
	}

	/**
	 * The bytes of an answer and when to send them.
	 */
	record Answer(byte[] bytes, Duration delay) {

		/**
		 * Reset the connection.
		 */
		static final Answer RESET = new Answer(new byte[0], Duration.ZERO);

		Answer(byte[] bytes) {
			this(bytes, Duration.ZERO);
		}

	}

}
