package com.scalekit.spring.client.error;

import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

import com.scalekit.spring.client.error.ScalekitError.FieldViolation;

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

	private static final int MAX_DETAIL_LENGTH = 100;

	private static final int MAX_VIOLATIONS = 10;

	private static final JsonMapper MAPPER = new JsonMapper();

	private final String message;

	private final ScalekitError error;

	private final @Nullable Duration retryAfter;

	private final int attempts;

	private final Duration elapsed;

	private final boolean possiblyExecuted;

	ScalekitApiException(Answer answer, @Nullable String advice) {
		this(answer, answer.response().headers().asHttpHeaders(), message(answer, advice));
	}

	private ScalekitApiException(Answer answer, HttpHeaders headers, String message) {
		super(message, answer.status(), reason(answer.status()), headers, answer.body(), StandardCharsets.UTF_8,
				answer.response().request());
		this.message = message;
		this.error = answer.error();
		this.retryAfter = RetryAfter.parse(headers.getFirst(HttpHeaders.RETRY_AFTER));
		this.attempts = answer.attempts();
		this.elapsed = answer.elapsed();
		this.possiblyExecuted = answer.possiblyExecuted();
		setBodyDecodeFunction((type) -> decode(answer.body(), type));
	}

	/**
	 * Read a response with a status other than 2xx to a request that was sent once.
	 * @param response the response, whose body is consumed: up to 64 KiB of it, and what
	 * arrives within a second
	 * @return the exception for it
	 */
	public static Mono<ScalekitApiException> from(ClientResponse response) {
		return from(response, 1, Duration.ZERO,
				response.statusCode().value() >= HttpStatus.INTERNAL_SERVER_ERROR.value());
	}

	/**
	 * Read a response with a status other than 2xx that ends a call.
	 * @param response the response, whose body is consumed: up to 64 KiB of it, and what
	 * arrives within a second
	 * @param attempts how often the request was sent
	 * @param elapsed the time from the start of the call to this response
	 * @param possiblyExecuted whether the server may have executed one of the attempts
	 * @return the exception for it
	 */
	public static Mono<ScalekitApiException> from(ClientResponse response, int attempts, Duration elapsed,
			boolean possiblyExecuted) {
		return ErrorBody.read(response)
			.map((body) -> create(
					new Answer(response, body, ScalekitErrorDecoder.decode(body, response.headers().asHttpHeaders()),
							attempts, elapsed, possiblyExecuted)));
	}

	private static ScalekitApiException create(Answer answer) {
		if (answer.error().isToolError()) {
			return new ToolError(answer);
		}
		int status = answer.status().value();
		return switch (status) {
			case 400 -> new BadRequest(answer);
			case 401 -> new Unauthorized(answer);
			case 403 -> new Forbidden(answer);
			case 404 -> new NotFound(answer);
			case 409 -> new Conflict(answer);
			case 429 -> new TooManyRequests(answer);
			default -> {
				if (status >= 500) {
					yield new ServerError(answer);
				}
				yield new ScalekitApiException(answer, (status >= 300 && status < 400)
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
	 * How often the request was sent, including with another access token after a 401.
	 * @return the number of attempts, at least {@code 1}
	 */
	public int getAttempts() {
		return this.attempts;
	}

	/**
	 * How long the call took, with all of its attempts.
	 * @return the time from the start of the call to the response
	 */
	public Duration getElapsed() {
		return this.elapsed;
	}

	/**
	 * Whether the server may have executed the call all the same: it answered with a 5xx
	 * status, or an earlier attempt was left without a usable answer. A 404 for a
	 * deletion or a 409 for a change may then be the work of an earlier attempt.
	 * @return {@code false} if the server provably did not execute the call
	 */
	public boolean isPossiblyExecuted() {
		return this.possiblyExecuted;
	}

	/**
	 * The inherited message would speak of a failed response where the status is no error
	 * status, as with a redirect.
	 */
	@Override
	public String getMessage() {
		return this.message;
	}

	private static String message(Answer answer, @Nullable String advice) {
		ScalekitError error = answer.error();
		HttpRequest request = answer.response().request();
		StringBuilder message = new StringBuilder();
		message.append(answer.status().value()).append(' ').append(reason(answer.status()));
		message.append(" from ").append(request.getMethod()).append(' ').append(MessageText.of(request.getURI()));
		if (error.message() != null) {
			message.append(": ").append(MessageText.of(error.message(), MAX_MESSAGE_LENGTH));
		}
		appendViolations(message, error.fieldViolations());
		if (error.errorCode() != null) {
			message.append(" [").append(MessageText.of(error.errorCode(), MAX_DETAIL_LENGTH)).append(']');
		}
		if (error.requestId() != null) {
			message.append(" (request id ").append(MessageText.of(error.requestId(), MAX_DETAIL_LENGTH)).append(')');
		}
		if (advice != null) {
			message.append(". ").append(advice);
		}
		if (answer.attempts() > 1) {
			message.append(" (after %d attempts in %d ms)".formatted(answer.attempts(), answer.elapsed().toMillis()));
		}
		return message.toString();
	}

	private static void appendViolations(StringBuilder message, List<FieldViolation> violations) {
		for (FieldViolation violation : violations.subList(0, Math.min(violations.size(), MAX_VIOLATIONS))) {
			String text = Stream.of(violation.field(), violation.description())
				.filter(Objects::nonNull)
				.map((part) -> MessageText.of(part, MAX_DETAIL_LENGTH))
				.collect(Collectors.joining(": "));
			message.append(text.isEmpty() ? "" : "; ").append(text);
		}
		if (violations.size() > MAX_VIOLATIONS) {
			message.append("; and %d more".formatted(violations.size() - MAX_VIOLATIONS));
		}
	}

	private static @Nullable String details(ScalekitError.@Nullable ToolError error) {
		if (error == null) {
			return null;
		}
		StringBuilder details = new StringBuilder("The tool failed");
		if (error.code() != null) {
			details.append(" with ").append(MessageText.of(error.code(), MAX_DETAIL_LENGTH));
		}
		if (error.message() != null) {
			details.append(": ").append(MessageText.of(error.message(), MAX_MESSAGE_LENGTH));
		}
		if (error.executionId() != null) {
			details.append(" (execution id ")
				.append(MessageText.of(error.executionId(), MAX_DETAIL_LENGTH))
				.append(')');
		}
		return details.toString();
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

		BadRequest(Answer answer) {
			super(answer, null);
		}

	}

	/**
	 * 401: the access token was refused, and so was a newly requested one.
	 */
	public static final class Unauthorized extends ScalekitApiException {

		@Serial
		private static final long serialVersionUID = 1L;

		Unauthorized(Answer answer) {
			super(answer, "A new access token did not help; check that the client's credentials "
					+ "belong to this environment and that API access is enabled for it");
		}

	}

	/**
	 * 403: the client may not do this.
	 */
	public static final class Forbidden extends ScalekitApiException {

		@Serial
		private static final long serialVersionUID = 1L;

		Forbidden(Answer answer) {
			super(answer, "Check the scopes of the client's credentials");
		}

	}

	/**
	 * 404: there is no such resource.
	 */
	public static final class NotFound extends ScalekitApiException {

		@Serial
		private static final long serialVersionUID = 1L;

		NotFound(Answer answer) {
			super(answer, null);
		}

	}

	/**
	 * 409: the resource exists already, or was changed by somebody else.
	 */
	public static final class Conflict extends ScalekitApiException {

		@Serial
		private static final long serialVersionUID = 1L;

		Conflict(Answer answer) {
			super(answer, null);
		}

	}

	/**
	 * 429: too many requests.
	 */
	public static final class TooManyRequests extends ScalekitApiException {

		@Serial
		private static final long serialVersionUID = 1L;

		TooManyRequests(Answer answer) {
			super(answer, "Call again after a cool-off period");
		}

	}

	/**
	 * 5xx: something went wrong at Scalekit's end or on the way there.
	 */
	public static final class ServerError extends ScalekitApiException {

		@Serial
		private static final long serialVersionUID = 1L;

		ServerError(Answer answer) {
			super(answer, null);
		}

	}

	/**
	 * A tool has failed: not Scalekit, but the service that it called for the tool has
	 * answered with an error, whose status this is. A 401 says that the user has to
	 * authorize the connected account again, and nothing about the access token.
	 */
	public static final class ToolError extends ScalekitApiException {

		@Serial
		private static final long serialVersionUID = 1L;

		ToolError(Answer answer) {
			super(answer, details(answer.error().toolError()));
		}

		/**
		 * The identifier of the execution, to be given to Scalekit's support.
		 * @return the identifier, {@code null} if the response has none
		 */
		public @Nullable String getExecutionId() {
			ScalekitError.ToolError toolError = getError().toolError();
			return (toolError != null) ? toolError.executionId() : null;
		}

		/**
		 * The HTTP status of the service that the tool has called.
		 * @return the status, such as {@code 429}
		 */
		public int getProviderStatus() {
			return getStatusCode().value();
		}

		/**
		 * What the service that the tool has called says about the failure.
		 * @return the message, or that of Scalekit if there is none, or {@code null}
		 */
		public @Nullable String getProviderMessage() {
			ScalekitError.ToolError toolError = getError().toolError();
			return (toolError != null && toolError.message() != null) ? toolError.message() : getError().message();
		}

		/**
		 * The kind of failure, an open set of names such as {@code RATE_LIMITED},
		 * {@code UNAUTHORIZED}, {@code FORBIDDEN} and {@code TOOL_EXEC_FAILED}.
		 * @return the name, {@code null} if the response has none
		 */
		public @Nullable String getToolErrorCode() {
			ScalekitError.ToolError toolError = getError().toolError();
			return (toolError != null) ? toolError.code() : null;
		}

		/**
		 * A tool that fails has been executed, at least in part.
		 */
		@Override
		public boolean isPossiblyExecuted() {
			return true;
		}

	}

	/**
	 * A response and the call it ends.
	 */
	record Answer(ClientResponse response, byte[] body, ScalekitError error, int attempts, Duration elapsed,
			boolean possiblyExecuted) {

		HttpStatusCode status() {
			return this.response.statusCode();
		}

	}

}
