package com.scalekit.spring.client.error;

import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.reactive.function.client.ClientResponse;

import static org.assertj.core.api.Assertions.assertThat;

class ScalekitTokenExceptionTests {

	private final ScalekitTokenException exception = new ScalekitTokenException(new OAuth2Error("invalid_client"),
			"no token");

	@Test
	void callWithoutAnEarlierAttemptIsNotExecuted() {
		assertThat(this.exception.isPossiblyExecuted()).isFalse();
	}

	@Test
	void earlierAttemptWithoutAnAnswerMayHaveBeenExecuted() {
		this.exception.addSuppressed(transportFailure(new SocketException("Connection reset")));
		assertThat(this.exception.isPossiblyExecuted()).isTrue();
	}

	@Test
	void earlierAttemptThatWasNotSentIsNotExecuted() {
		this.exception.addSuppressed(transportFailure(new ConnectException("Connection refused")));
		assertThat(this.exception.isPossiblyExecuted()).isFalse();
	}

	@Test
	void earlierAttemptThatTheServerFailedToAnswerMayHaveBeenExecuted() {
		this.exception.addSuppressed(response(504));
		assertThat(this.exception.isPossiblyExecuted()).isTrue();
	}

	@Test
	void refusalOfTheTokenIsNoExecution() {
		this.exception.addSuppressed(response(401));
		assertThat(this.exception.isPossiblyExecuted()).isFalse();
	}

	private static ScalekitTransportException transportFailure(Exception cause) {
		return ScalekitTransportException.failed(cause, HttpMethod.DELETE, URI.create("https://acme.scalekit.com/x"));
	}

	private static ScalekitApiException response(int status) {
		return ScalekitApiException.from(ClientResponse.create(HttpStatusCode.valueOf(status)).build()).block();
	}

}
