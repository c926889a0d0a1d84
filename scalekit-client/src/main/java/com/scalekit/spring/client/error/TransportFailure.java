package com.scalekit.spring.client.error;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * What the failure of an exchange means. Failures that only Reactor Netty knows are told
 * apart by their names, since the connector may be another one.
 */
final class TransportFailure {

	private static final String POOL_FAILURE = "PoolAcquire";

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
		return (failure.getMessage() != null) ? failure.getMessage() : name;
	}

	/**
	 * Whether nothing of the request has been sent.
	 */
	static boolean isProvablyUnsent(Throwable failure) {
		return failure instanceof ConnectException || failure instanceof UnknownHostException
				|| failure instanceof NoRouteToHostException || failure instanceof UnresolvedAddressException
				|| failure instanceof HttpConnectTimeoutException || failure instanceof SSLHandshakeException
				|| isPoolFailure(failure);
	}

	/**
	 * Whether another attempt may succeed. Distrust of a certificate does not pass, and a
	 * client that is overloaded must not add to its load.
	 */
	static boolean isRetryable(Throwable failure) {
		return !(failure instanceof SSLException || isPoolFailure(failure));
	}

	private static boolean isPoolFailure(Throwable failure) {
		return failure.getClass().getSimpleName().startsWith(POOL_FAILURE);
	}

}
