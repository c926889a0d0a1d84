package com.scalekit.spring.client.error;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.proxy.HttpProxyHandler.HttpProxyConnectException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;

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

	static Stream<Throwable> distrust() {
		return Stream.of(
				new SSLException("PKIX path validation failed",
						new CertificateException(new CertPathValidatorException("validity check failed"))),
				new SSLException("No name matching localhost found",
						new CertificateException("No name matching localhost found")),
				new SSLPeerUnverifiedException("peer not authenticated"),
				new SSLException("error:10000412:SSL routines:OPENSSL_internal:SSLV3_ALERT_BAD_CERTIFICATE"));
	}

	@ParameterizedTest
	@MethodSource("distrust")
	void distrustIsFinal(Throwable failure) {
		assertThat(TransportFailure.isRetryable(failure)).isFalse();
		assertThat(TransportFailure.isRetryable(new DecoderException(failure))).isFalse();
	}

	static Stream<Throwable> brokenHandshakes() {
		return Stream.of(new SSLHandshakeException("Remote host terminated the handshake"),
				new SSLException("Remote host closed the channel", new SocketException("Connection reset")),
				new SSLException("failure when writing TLS control frames",
						new IOException("Connection reset by peer")),
				new SslHandshakeTimeoutException("handshake timed out after 300ms"), closedDuringTheHandshake());
	}

	@ParameterizedTest
	@MethodSource("brokenHandshakes")
	void handshakeThatBreaksMayPass(Throwable failure) {
		assertThat(TransportFailure.isRetryable(failure)).isTrue();
	}

	@Test
	void handshakeThatTheServerCutShortIsToldAsSuch() {
		assertThat(TransportFailure.reason(closedDuringTheHandshake()))
			.isEqualTo("the connection was closed: Connection closed while SSL/TLS handshake was in progress");
		assertThat(TransportFailure.reason(new ClosedChannelException())).isEqualTo("the connection was closed");
	}

	/**
	 * As Netty does it.
	 */
	private static Throwable closedDuringTheHandshake() {
		ClosedChannelException failure = new ClosedChannelException();
		failure.addSuppressed(new IllegalStateException());
		failure.addSuppressed(new SSLHandshakeException("Connection closed while SSL/TLS handshake was in progress"));
		return failure;
	}

	static Stream<Throwable> unsent() {
		return Stream.of(new ConnectException("refused"), new UnknownHostException("nowhere"),
				new NoRouteToHostException(), new UnresolvedAddressException(), new HttpConnectTimeoutException("late"),
				new PoolAcquirePendingLimitException(1, "full"), new SSLHandshakeException("cut"));
	}

	@ParameterizedTest
	@MethodSource("unsent")
	void failureToConnectSendsNothing(Throwable failure) {
		assertThat(TransportFailure.isProvablyUnsent(failure)).isTrue();
	}

	static Stream<Throwable> lost() {
		return Stream.of(new IOException("reset"), new HttpTimeoutException("late"), new ClosedChannelException(),
				new SSLException("broken"), ReadTimeoutException.INSTANCE);
	}

	@ParameterizedTest
	@MethodSource("lost")
	void lostAnswerTellsNothing(Throwable failure) {
		assertThat(TransportFailure.isProvablyUnsent(failure)).isFalse();
		assertThat(TransportFailure.isRetryable(failure)).isTrue();
	}

	@Test
	void overloadOfTheClientIsFinal() {
		Throwable failure = new PoolAcquirePendingLimitException(1, "full");
		assertThat(TransportFailure.isRetryable(failure)).isFalse();
		assertThat(TransportFailure.reason(failure))
			.isEqualTo("the client is overloaded: too many calls are waiting for a connection");
	}

	@Test
	void missingAnswerIsToldAsSuch() {
		assertThat(TransportFailure.reason(ReadTimeoutException.INSTANCE))
			.isEqualTo("no response within the read timeout");
		assertThat(TransportFailure.reason(new HttpTimeoutException("late")))
			.isEqualTo("no response within the read timeout");
		assertThat(TransportFailure.reason(new HttpConnectTimeoutException("late"))).isEqualTo("late");
	}

	@Test
	void failureWithoutAMessageIsToldByItsName() {
		assertThat(TransportFailure.reason(new NoRouteToHostException())).isEqualTo("NoRouteToHostException");
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
