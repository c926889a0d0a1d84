package com.example.console.web;

import java.time.Duration;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;

/**
 * Tells people what went wrong and what they can do about it. The status is the console's
 * own: a 401 from Scalekit is about the console's credentials, not about those of the
 * person in front of it.
 */
@ControllerAdvice
class ErrorPages {

	private static final Log logger = LogFactory.getLog(ErrorPages.class);

	private static final Set<String> TEMPORARY = Set.of(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE,
			OAuth2ErrorCodes.SERVER_ERROR);

	@ExceptionHandler
	ModelAndView notFound(ScalekitApiException.NotFound ex) {
		return page(HttpStatus.NOT_FOUND, "Not found",
				"This is not there, at least not in this environment. It may have been deleted.", ex);
	}

	@ExceptionHandler
	ModelAndView badRequest(ScalekitApiException.BadRequest ex) {
		return page(HttpStatus.BAD_REQUEST, "Scalekit did not accept this",
				"The address may be incomplete or out of date. Start again from the list of organizations.", ex);
	}

	@ExceptionHandler
	ModelAndView unauthorized(ScalekitApiException.Unauthorized ex) {
		return wrongCredentials(ex);
	}

	@ExceptionHandler
	ModelAndView noToken(ScalekitTokenException ex, HttpMethod method, HttpServletResponse response) {
		if (ex.getRetryAfter() != null) {
			return tooManyRequests(ex, ex.getRetryAfter(), method, response);
		}
		return TEMPORARY.contains(ex.getError().getErrorCode()) ? unavailable(ex, 1, method) : wrongCredentials(ex);
	}

	@ExceptionHandler
	ModelAndView forbidden(ScalekitApiException.Forbidden ex) {
		return page(HttpStatus.BAD_GATEWAY, "Scalekit does not allow this",
				"The console's client may not do this in the environment. Check its permissions in the Scalekit "
						+ "dashboard.",
				ex);
	}

	@ExceptionHandler
	ModelAndView tooManyRequests(ScalekitApiException.TooManyRequests ex, HttpMethod method,
			HttpServletResponse response) {
		return tooManyRequests(ex, ex.getRetryAfter(), method, response);
	}

	@ExceptionHandler
	ModelAndView serverError(ScalekitApiException.ServerError ex, HttpMethod method) {
		return unavailable(ex, ex.getAttempts(), method);
	}

	@ExceptionHandler
	ModelAndView noAnswer(ScalekitTransportException ex, HttpMethod method) {
		return unavailable(ex, ex.getAttempts(), method);
	}

	@ExceptionHandler
	ModelAndView other(ScalekitApiException ex) {
		return page(HttpStatus.BAD_GATEWAY, "Unexpected answer from Scalekit",
				"Try again, and check the environment URL if it happens again.", ex);
	}

	private ModelAndView wrongCredentials(Exception ex) {
		return page(HttpStatus.BAD_GATEWAY, "Scalekit does not accept the console's credentials",
				"Check these settings of the console. All three belong to one environment and are found in the "
						+ "Scalekit dashboard under API credentials.",
				ex)
			.addObject("settings", true);
	}

	private ModelAndView tooManyRequests(Exception ex, @Nullable Duration wait, HttpMethod method,
			HttpServletResponse response) {
		if (wait != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
		}
		return page(HttpStatus.SERVICE_UNAVAILABLE, "Too many requests",
				"Scalekit asks for a pause. Try again in %s."
					.formatted((wait != null) ? DurationText.of(wait) : "a minute"),
				ex)
			.addObject("repeatable", HttpMethod.GET.equals(method));
	}

	private ModelAndView unavailable(Exception ex, int attempts, HttpMethod method) {
		boolean repeatable = HttpMethod.GET.equals(method);
		return page(HttpStatus.SERVICE_UNAVAILABLE, "Scalekit cannot be reached",
				((attempts > 1) ? "The console has tried it %d times. ".formatted(attempts) : "")
						+ (repeatable ? "Try again in a minute, and check the environment URL if it happens again."
								: "Look first whether your change is done, and try again in a minute if it is not."),
				ex)
			.addObject("repeatable", repeatable);
	}

	private ModelAndView page(HttpStatus status, String title, String text, Exception ex) {
		if (status.is5xxServerError()) {
			logger.warn(title + ": " + ex.getMessage());
		}
		return new ModelAndView("error", status).addObject("title", title)
			.addObject("text", text)
			.addObject("requestId", requestId(ex));
	}

	private static @Nullable String requestId(Exception ex) {
		return (ex instanceof ScalekitApiException answer) ? answer.getError().requestId() : null;
	}

}
