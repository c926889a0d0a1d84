package com.scalekit.spring.client.error;

import java.io.Serial;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * A call got no usable answer: no connection, a broken one, no answer in time, or an
 * answer that is not what the Scalekit API promises.
 * <p>
 * The request headers are not part of the exception: they would hold the access token.
 */
public class ScalekitTransportException extends WebClientRequestException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String message;

	private final int attempts;

	private final boolean possiblyExecuted;

	private ScalekitTransportException(String reason, Throwable cause, HttpMethod method, URI uri, int attempts,
			boolean possiblyExecuted) {
		super(cause, method, uri, HttpHeaders.EMPTY);
		this.message = "%s %s: %s%s".formatted(method, uri, reason,
				possiblyExecuted ? " (the server may have executed the call)" : "");
		this.attempts = attempts;
		this.possiblyExecuted = possiblyExecuted;
	}

	/**
	 * The exchange failed before a complete response was there.
	 * @param cause what went wrong
	 * @param method the method of the request
	 * @param uri the URI of the request
	 * @return the exception
	 */
	public static ScalekitTransportException failed(Throwable cause, HttpMethod method, URI uri) {
		String detail = (cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getSimpleName();
		return new ScalekitTransportException(detail, cause, method, uri, 1, !provablyUnsent(cause));
	}

	/**
	 * There was no complete response in time.
	 * @param reason which time has passed
	 * @param method the method of the request
	 * @param uri the URI of the request
	 * @return the exception
	 */
	public static ScalekitTransportException timedOut(String reason, HttpMethod method, URI uri) {
		return new ScalekitTransportException(reason, new TimeoutException(reason), method, uri, 1, true);
	}

	/**
	 * There was a response, but not one the Scalekit API promises.
	 * @param reason what is wrong with the response
	 * @param method the method of the request
	 * @param uri the URI of the request
	 * @return the exception
	 */
	public static ScalekitTransportException unusable(String reason, HttpMethod method, URI uri) {
		return new ScalekitTransportException(reason, new ProtocolException(reason), method, uri, 1, true);
	}

	/**
	 * The request was not sent, because it must not leave the client.
	 * @param reason why it was refused
	 * @param method the method of the request
	 * @param uri the URI of the request
	 * @return the exception
	 */
	public static ScalekitTransportException refused(String reason, HttpMethod method, URI uri) {
		return new ScalekitTransportException(reason, new ProtocolException(reason), method, uri, 0, false);
	}

	private static boolean provablyUnsent(Throwable cause) {
		return cause instanceof ConnectException || cause instanceof UnknownHostException
				|| cause instanceof SSLException;
	}

	@Override
	public String getMessage() {
		return this.message;
	}

	/**
	 * How often the request was sent.
	 * @return the number of attempts, {@code 0} if the request was refused before any I/O
	 */
	public int getAttempts() {
		return this.attempts;
	}

	/**
	 * Whether the server may have executed the call although there is no usable answer.
	 * If not, a call that changes something can be repeated without danger.
	 * @return {@code false} if the request provably did not reach the server
	 */
	public boolean isPossiblyExecuted() {
		return this.possiblyExecuted;
	}

}
