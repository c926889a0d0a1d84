package com.example.console.environment;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import com.scalekit.spring.test.ScalekitServer;

/**
 * Lets the in-memory environment deliver its webhooks to the console, as soon as the
 * console can answer. What was in the environment before is not announced.
 */
@Component
@Conditional(NoEnvironmentUrl.class)
class WebhookTarget {

	private final ScalekitServer scalekit;

	private final @Nullable InetAddress address;

	private final String contextPath;

	private final String path;

	WebhookTarget(ScalekitServer scalekit, @Value("${server.address:#{null}}") @Nullable InetAddress address,
			@Value("${server.servlet.context-path:}") String contextPath,
			@Value("${scalekit.webhook.path:/scalekit/webhooks}") String path) {
		this.scalekit = scalekit;
		this.address = address;
		this.contextPath = contextPath;
		this.path = path;
	}

	@EventListener
	void ready(ServletWebServerInitializedEvent event) throws URISyntaxException {
		if (!StringUtils.hasText(event.getApplicationContext().getServerNamespace())) {
			this.scalekit.webhooks()
				.target(new URI("http", null, host(), event.getWebServer().getPort(), this.contextPath + this.path,
						null, null));
		}
	}

	private String host() {
		return (this.address == null || this.address.isAnyLocalAddress()) ? "localhost" : this.address.getHostAddress();
	}

}
