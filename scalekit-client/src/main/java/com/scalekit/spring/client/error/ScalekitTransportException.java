package com.scalekit.spring.client.error;

import java.io.Serial;
import java.net.ProtocolException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * A call got no usable answer: no connection, a broken one, no answer in time, or an
 * answer that is not what the Scalekit API promises.
 * <p>
 * The request headers are not part of the exception: they would hold the access token.
 */
public final class ScalekitTransportException extends WebClientRequestException {

	@Serial
	private static final long serialVersionUID = 1L;

	private static final int MAX_REASON_LENGTH = 500;

	private final String reason;

	private final int attempts;

	private final Duration elapsed;

	private final boolean possiblyExecuted;

	private final boolean retryable;

	private ScalekitTransportException(String reason, Throwable cause, HttpMethod method, URI uri, int attempts,
			Duration elapsed, boolean possiblyExecuted, boolean retryable) {
		super(cause, method, uri, HttpHeaders.EMPTY);
		this.reason = reason;
		this.attempts = attempts;
		this.elapsed = elapsed;
		this.possiblyExecuted = possiblyExecuted;
		this.retryable = retryable;
	}

	/**
	 * The exchange failed before a complete response was there.
	 * @param cause what went wrong
	 * @param method the method of the request
	 * @param uri the URI of the request
	 * @return the exception
	 */
	public static ScalekitTransportException failed(Throwable cause, HttpMethod method, URI uri) {
		return new ScalekitTransportException(TransportFailure.reason(cause), cause, method, uri, 1, Duration.ZERO,
				!TransportFailure.isProvablyUnsent(cause), TransportFailure.isRetryable(cause));
	}

	/**
	 * There was no complete response in time.
	 * @param reason which time has passed
	 * @param method the method of the request
	 * @param uri the URI of the request
	 * @return the exception
	 */
	public static ScalekitTransportException timedOut(String reason, HttpMethod method, URI uri) {
		return new ScalekitTransportException(reason, new TimeoutException(reason), method, uri, 1, Duration.ZERO, true,
				true);
	}

	/**
	 * There was a response, but not one the Scalekit API promises.
	 * @param reason what is wrong with the response
	 * @param method the method of the request
	 * @param uri the URI of the request
	 * @return the exception
	 */
	public static ScalekitTransportException unusable(String reason, HttpMethod method, URI uri) {
		return new ScalekitTransportException(reason, new ProtocolException(reason), method, uri, 1, Duration.ZERO,
				true, false);
	}

	/**
	 * The request was not sent, because it must not leave the client.
	 * @param reason why it was refused
	 * @param method the method of the request
	 * @param uri the URI of the request
	 * @return the exception
	 */
	public static ScalekitTransportException refused(String reason, HttpMethod method, URI uri) {
		return refused(reason, new ProtocolException(reason), method, uri);
	}

	/**
	 * The request was not sent, because it cannot be written.
	 * @param reason what cannot be written
	 * @param cause what went wrong
	 * @param method the method of the request
	 * @param uri the URI of the request
	 * @return the exception
	 */
	public static ScalekitTransportException refused(String reason, Throwable cause, HttpMethod method, URI uri) {
		return new ScalekitTransportException(reason, cause, method, uri, 0, Duration.ZERO, false, false);
	}

	/**
	 * The thread that waited for the response was interrupted.
	 * @param cause the interruption
	 * @param method the method of the request
	 * @param uri the URI of the request
	 * @return the exception
	 */
	public static ScalekitTransportException interrupted(InterruptedException cause, HttpMethod method, URI uri) {
		return new ScalekitTransportException("the thread was interrupted while it waited for the response", cause,
				method, uri, 1, Duration.ZERO, true, false);
	}

	/**
	 * Create a copy that tells about all attempts.
	 * @param attempts how often the request was sent
	 * @param elapsed how long all of it took
	 * @param possiblyExecuted whether one of the attempts may have been executed
	 * @return the copy
	 */
	public ScalekitTransportException withAttempts(int attempts, Duration elapsed, boolean possiblyExecuted) {
		return new ScalekitTransportException(this.reason, Objects.requireNonNull(getCause()), getMethod(), getUri(),
				attempts, elapsed, possiblyExecuted, this.retryable);
	}

	@Override
	public String getMessage() {
		return "%s %s: %s (%s, %d ms%s)".formatted(getMethod(), MessageText.of(getUri()),
				MessageText.of(this.reason, MAX_REASON_LENGTH), describeAttempts(), this.elapsed.toMillis(),
				this.possiblyExecuted ? "; the server may have executed the call" : "");
	}

	private String describeAttempts() {
		return switch (this.attempts) {
			case 0 -> "not sent";
			case 1 -> "1 attempt";
			default -> this.attempts + " attempts";
		};
	}

	/**
	 * How often the request was sent, including attempts that got no connection and those
	 * with another access token after a 401.
	 * @return the number of attempts, {@code 0} if the request was not sent, because it
	 * was refused before any I/O or the time was up before there was an access token or a
	 * connection
	 */
	public int getAttempts() {
		return this.attempts;
	}

	/**
	 * How long the call took, with all of its attempts.
	 * @return the time from the start of the call to its failure
	 */
	public Duration getElapsed() {
		return this.elapsed;
	}

	/**
	 * Whether the server may have executed the call although there is no usable answer.
	 * If not, a call that changes something can be repeated without danger.
	 * @return {@code false} if the request provably did not reach the server
	 */
	public boolean isPossiblyExecuted() {
		return this.possiblyExecuted;
	}

	/**
	 * Whether the failure may be a passing one. If so, the client has already tried again
	 * where that was safe.
	 * @return {@code false} if the same call would fail again, or should not be made
	 * because the client is overloaded
	 */
	public boolean isRetryable() {
		return this.retryable;
	}

}
