package com.scalekit.spring.test;

import com.github.tomakehurst.wiremock.common.Notifier;

/**
 * Keeps the HTTP server out of the logs of the application under test.
 */
final class SilentNotifier implements Notifier {

	@Override
	public void info(String message) {
	}

	@Override
	public void error(String message) {
	}

	@Override
	public void error(String message, Throwable ex) {
	}

}
