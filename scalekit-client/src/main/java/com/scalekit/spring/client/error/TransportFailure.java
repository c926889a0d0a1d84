package com.scalekit.spring.client.error;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.jspecify.annotations.Nullable;

/**
 * What the failure of an exchange means. Failures that only Reactor Netty knows are told
 * apart by their names, since the connector may be another one.
 */
final class TransportFailure {

	private static final String POOL_FAILURE = "PoolAcquire";

	private static final String PROXY_FAILURE = "HttpProxyConnectException";

	private static final String PROXY_REFUSAL = "status: 407";

	private static final String READ_TIMEOUT = "ReadTimeoutException";

	private TransportFailure() {
	}

	static String reason(Throwable failure) {
		String name = failure.getClass().getSimpleName();
		if (isPoolFailure(failure)) {
			return "the client is overloaded: too many calls are waiting for a connection";
		}
		if (name.equals(READ_TIMEOUT)
				|| (failure instanceof HttpTimeoutException && !(failure instanceof HttpConnectTimeoutException))) {
			return "no response within the read timeout";
		}
		if (failure instanceof ClosedChannelException) {
			return "the connection was closed" + closingReason(failure);
		}
		return (failure.getMessage() != null) ? failure.getMessage() : name;
	}

	/**
	 * Netty tells about a TLS handshake that was cut short as a suppressed exception.
	 */
	private static String closingReason(Throwable failure) {
		for (Throwable suppressed : failure.getSuppressed()) {
			if (suppressed instanceof SSLException) {
				return ": " + suppressed.getMessage();
			}
		}
		return "";
	}

	/**
	 * Whether nothing of the request has been sent.
	 */
	static boolean isProvablyUnsent(Throwable failure) {
		return failure instanceof ConnectException || failure instanceof UnknownHostException
				|| failure instanceof NoRouteToHostException || failure instanceof UnresolvedAddressException
				|| failure instanceof HttpConnectTimeoutException || isPoolFailure(failure)
				|| tlsFailure(failure) instanceof SSLHandshakeException;
	}

	/**
	 * Whether another attempt may succeed. Distrust of a certificate does not pass, nor
	 * does that of the server in the client, or of a proxy in the credentials it is
	 * given, and a client that is overloaded must not add to its load. A handshake that
	 * was cut short or never answered may go well the next time.
	 */
	static boolean isRetryable(Throwable failure) {
		return !(isTlsRefusal(failure) || isProxyRefusal(failure) || isPoolFailure(failure));
	}

	private static boolean isTlsRefusal(Throwable failure) {
		SSLException tlsFailure = tlsFailure(failure);
		return tlsFailure != null && (tlsFailure instanceof SSLPeerUnverifiedException || isAlert(tlsFailure)
				|| isCausedByCertificate(tlsFailure));
	}

	private static boolean isAlert(SSLException tlsFailure) {
		return String.valueOf(tlsFailure.getMessage()).toLowerCase(Locale.ROOT).contains("alert");
	}

	private static boolean isCausedByCertificate(SSLException tlsFailure) {
		return Stream.<Throwable>iterate(tlsFailure, Objects::nonNull, Throwable::getCause)
			.anyMatch(GeneralSecurityException.class::isInstance);
	}

	/**
	 * Netty tells what the server objects to as the cause of a failure to decode.
	 */
	private static @Nullable SSLException tlsFailure(Throwable failure) {
		if (failure instanceof SSLException tlsFailure) {
			return tlsFailure;
		}
		return (failure.getCause() instanceof SSLException tlsFailure) ? tlsFailure : null;
	}

	private static boolean isProxyRefusal(Throwable failure) {
		return failure.getClass().getSimpleName().equals(PROXY_FAILURE)
				&& String.valueOf(failure.getMessage()).contains(PROXY_REFUSAL);
	}

	private static boolean isPoolFailure(Throwable failure) {
		return failure.getClass().getSimpleName().startsWith(POOL_FAILURE);
	}

}
