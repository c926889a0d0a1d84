package com.example.reference;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTransportException;

@RestControllerAdvice
class ScalekitErrors {

	@ExceptionHandler
	ProblemDetail rateLimited(ScalekitApiException.TooManyRequests ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "Please try again in a moment");
	}

	@ExceptionHandler
	ProblemDetail unavailable(ScalekitTransportException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, "Scalekit cannot be reached");
	}

}
