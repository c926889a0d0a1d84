package com.scalekit.spring.client.error;

import java.io.Serial;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/**
 * Scalekit answered a call with an error. The subclasses name the statuses an application
 * is likely to treat differently; any other status, a redirect among them, is an instance
 * of this class itself.
 * <p>
 * The message contains the status, the request line, Scalekit's own message and, where
 * there is one, advice. The access token is not part of the exception.
 */
public class ScalekitApiException extends WebClientResponseException {

	@Serial
	private static final long serialVersionUID = 1L;

	private static final int MAX_MESSAGE_LENGTH = 500;

	private static final JsonMapper MAPPER = new JsonMapper();

	private final String message;

	private final ScalekitError error;

	private final @Nullable Duration retryAfter;

	private int attempts = 1;

	private Duration elapsed = Duration.ZERO;

	ScalekitApiException(ClientResponse response, byte[] body, ScalekitError error, @Nullable String advice) {
		this(response, body, message(response, error, advice), error);
	}

	private ScalekitApiException(ClientResponse response, byte[] body, String message, ScalekitError error) {
		super(message, response.statusCode(), reason(response.statusCode()), response.headers().asHttpHeaders(), body,
				StandardCharsets.UTF_8, response.request());
		this.message = message;
		this.error = error;
		this.retryAfter = RetryAfter.parse(response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER));
		setBodyDecodeFunction((type) -> decode(body, type));
	}

	/**
	 * Read a response with a status other than 2xx. The body is consumed, up to 64 KiB of
	 * it.
	 * @param response the response
	 * @return the exception for it
	 */
	public static Mono<ScalekitApiException> from(ClientResponse response) {
		return ErrorBody.read(response)
			.map((body) -> create(response, body,
					ScalekitErrorDecoder.decode(body, response.headers().asHttpHeaders())));
	}

	private static ScalekitApiException create(ClientResponse response, byte[] body, ScalekitError error) {
		int status = response.statusCode().value();
		return switch (status) {
			case 400 -> new BadRequest(response, body, error);
			case 401 -> new Unauthorized(response, body, error);
			case 403 -> new Forbidden(response, body, error);
			case 404 -> new NotFound(response, body, error);
			case 409 -> new Conflict(response, body, error);
			case 429 -> new TooManyRequests(response, body, error);
			default -> {
				if (status >= 500) {
					yield new ServerError(response, body, error);
				}
				yield new ScalekitApiException(response, body, error, (status >= 300 && status < 400)
						? "Redirects are not followed; check the environment URL" : null);
			}
		};
	}

	/**
	 * What Scalekit says about the failure.
	 * @return the error, without any content if something else than Scalekit answered
	 */
	public ScalekitError getError() {
		return this.error;
	}

	/**
	 * How long to wait before the next call, as asked for by the {@code Retry-After}
	 * header.
	 * @return the waiting time counted from the arrival of the response, never negative,
	 * or {@code null} if there was no such header or it was malformed
	 */
	public @Nullable Duration getRetryAfter() {
		return this.retryAfter;
	}

	/**
	 * How often the request was sent. After more than one attempt, a 404 for a deletion
	 * or a 409 for a change may be the work of an earlier attempt.
	 * @return the number of attempts, at least {@code 1}
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
	 * Set how often the request was sent. The client does so before the exception reaches
	 * the caller.
	 * @param attempts the number of attempts
	 * @param elapsed the time from the start of the call to its failure
	 */
	public void setAttempts(int attempts, Duration elapsed) {
		this.attempts = attempts;
		this.elapsed = elapsed;
	}

	/**
	 * The inherited message would speak of a failed response where the status is no error
	 * status, as with a redirect.
	 */
	@Override
	public String getMessage() {
		return (this.attempts > 1)
				? this.message + " (after %d attempts in %d ms)".formatted(this.attempts, this.elapsed.toMillis())
				: this.message;
	}

	private static String message(ClientResponse response, ScalekitError error, @Nullable String advice) {
		StringBuilder message = new StringBuilder();
		message.append(response.statusCode().value()).append(' ').append(reason(response.statusCode()));
		HttpRequest request = response.request();
		message.append(" from ").append(request.getMethod()).append(' ').append(withoutQuery(request.getURI()));
		if (error.message() != null) {
			message.append(": ").append(abbreviate(error.message()));
		}
		error.fieldViolations()
			.forEach((violation) -> message.append("; ")
				.append(violation.field())
				.append(": ")
				.append(violation.description()));
		if (error.errorCode() != null) {
			message.append(" [").append(error.errorCode()).append(']');
		}
		if (error.requestId() != null) {
			message.append(" (request id ").append(error.requestId()).append(')');
		}
		if (advice != null) {
			message.append(". ").append(advice);
		}
		return message.toString();
	}

	private static String withoutQuery(URI uri) {
		String text = uri.toString();
		int query = text.indexOf('?');
		return (query < 0) ? text : text.substring(0, query);
	}

	private static String abbreviate(String message) {
		return (message.length() <= MAX_MESSAGE_LENGTH) ? message : message.substring(0, MAX_MESSAGE_LENGTH) + "...";
	}

	private static String reason(HttpStatusCode status) {
		HttpStatus known = HttpStatus.resolve(status.value());
		return (known != null) ? known.getReasonPhrase() : "Unknown Status";
	}

	private static Object decode(byte[] body, ResolvableType type) {
		return MAPPER.readValue(body, MAPPER.constructType(type.getType()));
	}

	/**
	 * 400: the request was refused. {@link ScalekitError#fieldViolations()} tells which
	 * fields, if the request was invalid.
	 */
	public static final class BadRequest extends ScalekitApiException {

		@Serial
		private static final long serialVersionUID = 1L;

		BadRequest(ClientResponse response, byte[] body, ScalekitError error) {
			super(response, body, error, null);
		}

	}

	/**
	 * 401: the access token was refused, and so was a newly requested one.
	 */
	public static final class Unauthorized extends ScalekitApiException {

		@Serial
		private static final long serialVersionUID = 1L;

		Unauthorized(ClientResponse response, byte[] body, ScalekitError error) {
			super(response, body, error,
					error.isToolError() ? null : "A new access token did not help; check that the client's credentials "
							+ "belong to this environment and that API access is enabled for it");
		}

	}

	/**
	 * 403: the client may not do this.
	 */
	public static final class Forbidden extends ScalekitApiException {

		@Serial
		private static final long serialVersionUID = 1L;

		Forbidden(ClientResponse response, byte[] body, ScalekitError error) {
			super(response, body, error, error.isToolError() ? null : "Check the scopes of the client's credentials");
		}

	}

	/**
	 * 404: there is no such resource.
	 */
	public static final class NotFound extends ScalekitApiException {

		@Serial
		private static final long serialVersionUID = 1L;

		NotFound(ClientResponse response, byte[] body, ScalekitError error) {
			super(response, body, error, null);
		}

	}

	/**
	 * 409: the resource exists already, or was changed by somebody else.
	 */
	public static final class Conflict extends ScalekitApiException {

		@Serial
		private static final long serialVersionUID = 1L;

		Conflict(ClientResponse response, byte[] body, ScalekitError error) {
			super(response, body, error, null);
		}

	}

	/**
	 * 429: too many requests.
	 */
	public static final class TooManyRequests extends ScalekitApiException {

		@Serial
		private static final long serialVersionUID = 1L;

		TooManyRequests(ClientResponse response, byte[] body, ScalekitError error) {
			super(response, body, error, "Call again after a cool-off period");
		}

	}

	/**
	 * 5xx: something went wrong at Scalekit's end or on the way there.
	 */
	public static final class ServerError extends ScalekitApiException {

		@Serial
		private static final long serialVersionUID = 1L;

		ServerError(ClientResponse response, byte[] body, ScalekitError error) {
			super(response, body, error, null);
		}

	}

}
