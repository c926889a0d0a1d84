package com.scalekit.spring.client.error;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

class ScalekitTransportExceptionTests {

	private static final URI URL = URI.create("https://acme.scalekit.com/api/v1/users");

	@Test
	void messageTellsTheWholeStory() {
		ScalekitTransportException exception = ScalekitTransportException
			.failed(new IOException("connection reset"), HttpMethod.GET, URL)
			.withAttempts(2, Duration.ofMillis(120), true);
		assertThat(exception)
			.hasMessage("GET https://acme.scalekit.com/api/v1/users: connection reset (2 attempts, 120 ms; "
					+ "the server may have executed the call)");
	}

	@Test
	void messageTellsThatNothingWasSent() {
		assertThat(ScalekitTransportException.refused("not allowed", HttpMethod.PUT, URL))
			.hasMessage("PUT https://acme.scalekit.com/api/v1/users: not allowed (not sent, 0 ms)");
	}

	@Test
	void messageLeavesTheQueryOut() {
		assertThat(ScalekitTransportException.unusable("the response cannot be decoded", HttpMethod.GET,
				URI.create(URL + "?email=jane@acme.com")))
			.hasMessage("GET https://acme.scalekit.com/api/v1/users: the response cannot be decoded (1 attempt, 0 ms; "
					+ "the server may have executed the call)");
	}

	@Test
	void messageIsASingleLineOfLimitedLength() {
		ScalekitTransportException exception = ScalekitTransportException.failed(
				new IOException("bad line:\r\nX-Admin: \u2028" + "x".repeat(60_000)), HttpMethod.GET,
				URI.create(URL + "/" + "y".repeat(60_000)));
		assertThat(exception.getMessage()).contains("bad line: X-Admin: ")
			.hasSizeLessThan(1500)
			.matches("[^\\p{Cc}\\p{Zl}\\p{Zp}]+");
	}

}
