package com.scalekit.spring.boot.test;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.http.server.LocalTestWebServer;
import org.springframework.boot.test.http.server.LocalTestWebServer.Scheme;
import org.springframework.context.ApplicationContext;

import com.scalekit.spring.test.ScalekitServer;

/**
 * Where the server sends webhooks and asks interceptors: what its customizers say, or
 * else the application under test, if its web server is running and answers them.
 */
final class ApplicationTargets {

	private final ScalekitServer server;

	private final ApplicationContext application;

	private final @Nullable URI webhooks;

	private final @Nullable URI interceptors;

	ApplicationTargets(ScalekitServer server, ApplicationContext application) {
		this.server = server;
		this.application = application;
		this.webhooks = server.webhooks().target();
		this.interceptors = server.interceptors().target();
	}

	void restore() {
		this.server.webhooks()
			.target((this.webhooks != null) ? this.webhooks
					: find("scalekitWebhookFilter", "scalekit.webhook.path", "/scalekit/webhooks"));
		this.server.interceptors()
			.target((this.interceptors != null) ? this.interceptors
					: find("scalekitInterceptorFilter", "scalekit.interceptor.path", "/scalekit/interceptors"));
	}

	private @Nullable URI find(String filter, String key, String defaultPath) {
		LocalTestWebServer webServer = this.application.containsBean(filter) ? LocalTestWebServer.get(this.application)
				: null;
		return (webServer != null && webServer.scheme() == Scheme.HTTP)
				? URI.create(webServer.uri(this.application.getEnvironment().getProperty(key, defaultPath))) : null;
	}

}
