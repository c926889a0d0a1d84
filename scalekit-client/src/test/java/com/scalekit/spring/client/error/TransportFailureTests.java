package com.scalekit.spring.client.error;

import java.io.IOException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.proxy.HttpProxyHandler.HttpProxyConnectException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TransportFailureTests {

	@Test
	void handshakeThatFailedIsFinalAndNothingWasSent() {
		Throwable failure = new SSLHandshakeException("Received fatal alert: bad_certificate");
		assertThat(TransportFailure.isRetryable(failure)).isFalse();
		assertThat(TransportFailure.isProvablyUnsent(failure)).isTrue();
	}

	@Test
	void handshakeThatFailedIsFoundInWhatNettyMakesOfIt() {
		Throwable failure = new DecoderException(new SSLHandshakeException("Received fatal alert: bad_certificate"));
		assertThat(TransportFailure.isRetryable(failure)).isFalse();
		assertThat(TransportFailure.isProvablyUnsent(failure)).isTrue();
		assertThat(TransportFailure.reason(failure)).contains("bad_certificate");
	}

	@Test
	void tlsThatFailsLaterIsFinalToo() {
		Throwable failure = new DecoderException(new SSLException("Received fatal alert: internal_error"));
		assertThat(TransportFailure.isRetryable(failure)).isFalse();
		assertThat(TransportFailure.isProvablyUnsent(failure)).isFalse();
	}

	@Test
	void otherFailuresToDecodeMayPass() {
		assertThat(TransportFailure.isRetryable(new DecoderException(new IOException("reset")))).isTrue();
	}

	@Test
	void proxyThatRefusesTheCredentialsIsFinal() {
		assertThat(TransportFailure.isRetryable(proxyFailure("407 Proxy Authentication Required"))).isFalse();
		assertThat(TransportFailure.isRetryable(proxyFailure("503 Service Unavailable"))).isTrue();
	}

	private static Throwable proxyFailure(String status) {
		return new HttpProxyConnectException("http, basic, proxy:3128 => acme.scalekit.com:443, status: " + status,
				null);
	}

}
