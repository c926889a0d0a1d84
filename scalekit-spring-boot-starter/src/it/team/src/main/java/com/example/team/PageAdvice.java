package com.example.team;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.security.ScalekitPrincipal;

/** What all pages have, and what they show if Scalekit refuses. */
@ControllerAdvice
class PageAdvice {

	@ModelAttribute("me")
	ScalekitPrincipal me(ScalekitPrincipal me) {
		return me;
	}

	@ExceptionHandler({ ScalekitApiException.NotFound.class, ScalekitApiException.BadRequest.class })
	@ResponseStatus(HttpStatus.NOT_FOUND)
	String unknown() {
		return "error/404";
	}

	@ExceptionHandler({ ScalekitApiException.class, ScalekitTokenException.class, ScalekitTransportException.class })
	@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
	String unavailable() {
		return "error/503";
	}

}
