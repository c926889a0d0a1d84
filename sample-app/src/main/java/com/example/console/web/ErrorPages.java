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
	ModelAndView noToken(ScalekitTokenException ex, HttpMethod method, HttpServletResponse response) {
		if (ex.getRetryAfter() != null) {
			return tooManyRequests(ex, ex.getRetryAfter(), method, response);
		}
		boolean temporary = TEMPORARY.contains(ex.getError().getErrorCode());
		return page(ex, temporary ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_GATEWAY,
				temporary ? "unavailable" : "credentials", method);
	}

	@ExceptionHandler
	ModelAndView noAnswer(ScalekitTransportException ex, HttpMethod method) {
		return page(ex, HttpStatus.SERVICE_UNAVAILABLE, "unavailable", method).addObject("attempts", ex.getAttempts());
	}

	@ExceptionHandler
	ModelAndView tooManyRequests(ScalekitApiException.TooManyRequests ex, HttpMethod method,
			HttpServletResponse response) {
		return tooManyRequests(ex, ex.getRetryAfter(), method, response);
	}

	@ExceptionHandler
	ModelAndView serverError(ScalekitApiException.ServerError ex, HttpMethod method) {
		return page(ex, HttpStatus.SERVICE_UNAVAILABLE, "unavailable", method).addObject("attempts", ex.getAttempts());
	}

	@ExceptionHandler
	ModelAndView answer(ScalekitApiException ex, HttpMethod method) {
		return switch (ex.getStatusCode().value()) {
			case 404 -> page(ex, HttpStatus.NOT_FOUND, "gone", method);
			case 400 -> page(ex, HttpStatus.BAD_REQUEST, "refused", method);
			case 401 -> page(ex, HttpStatus.BAD_GATEWAY, "credentials", method);
			case 403 -> page(ex, HttpStatus.BAD_GATEWAY, "forbidden", method);
			default -> page(ex, HttpStatus.BAD_GATEWAY, "unexpected", method);
		};
	}

	private static ModelAndView tooManyRequests(Exception ex, @Nullable Duration wait, HttpMethod method,
			HttpServletResponse response) {
		if (wait != null) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()));
		}
		return page(ex, HttpStatus.SERVICE_UNAVAILABLE, "busy", method).addObject("wait",
				(wait != null) ? DurationText.of(wait) : "a minute");
	}

	private static ModelAndView page(Exception ex, HttpStatus status, String reason, HttpMethod method) {
		if (status.is5xxServerError()) {
			logger.warn(ex.getMessage());
		}
		boolean repeatable = status == HttpStatus.SERVICE_UNAVAILABLE && HttpMethod.GET.equals(method);
		return new ModelAndView("error", status).addObject("reason", reason)
			.addObject("repeatable", repeatable)
			.addObject("requestId", (ex instanceof ScalekitApiException answer) ? answer.getError().requestId() : null);
	}

}
