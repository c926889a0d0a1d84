package com.scalekit.spring.boot.autoconfigure.interceptors;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Reports interceptors that cannot be used.
 */
final class InvalidInterceptorFailureAnalyzer extends AbstractFailureAnalyzer<InvalidInterceptorException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidInterceptorException cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Define one ScalekitInterceptor bean for each trigger, whose type tells the requests it answers, "
						+ "such as ScalekitInterceptor<PreSignup>.",
				cause);
	}

}
