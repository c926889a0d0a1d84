package com.scalekit.spring.boot.autoconfigure.interceptors;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

import com.scalekit.spring.boot.autoconfigure.inbound.InboundSettings;
import com.scalekit.spring.boot.autoconfigure.inbound.SecretCondition;
import com.scalekit.spring.interceptors.FailurePolicy;
import com.scalekit.spring.webhooks.WebhookSignature;

/**
 * Properties of interceptors.
 *
 * @param secret Comma-separated list of signing secrets. A request is accepted if it is
 * signed with one of them. Switches interceptors on.
 * @param path Path that Scalekit sends its requests to.
 * @param tolerance How far the time of a request may be from the present.
 * @param maxBodySize Largest request that is read.
 * @param onFailure Answer if an interceptor throws an exception.
 * @param handlingTimeout Time an interceptor may take until a warning is logged.
 */
@ConfigurationProperties(InterceptorProperties.PREFIX)
record InterceptorProperties(@DefaultValue List<String> secret,
		@DefaultValue(InterceptorProperties.DEFAULT_PATH) String path, @DefaultValue("5m") Duration tolerance,
		@DefaultValue("256KB") DataSize maxBodySize, @DefaultValue("deny") FailurePolicy onFailure,
		@DefaultValue("3s") Duration handlingTimeout) {

	static final String PREFIX = "scalekit.interceptor";

	static final String SECRET = PREFIX + ".secret";

	static final String DEFAULT_PATH = "/scalekit/interceptors";

	private static final Duration MAX_HANDLING_TIMEOUT = Duration.ofMinutes(1);

	InterceptorProperties {
		new InboundSettings(PREFIX).path(path, DEFAULT_PATH)
			.tolerance(tolerance)
			.maxBodySize(maxBodySize)
			.time("handling-timeout", handlingTimeout, MAX_HANDLING_TIMEOUT,
					"must be at least 1 s and at most 1 minute", "3s")
			.validate();
	}

	WebhookSignature signature(Environment environment) {
		return new InboundSettings(PREFIX)
			.require(!this.path.equals(webhookPath(environment)), "path", this.path,
					"must differ from scalekit.webhook.path", "another path, such as " + DEFAULT_PATH)
			.signature(this.secret, this.tolerance);
	}

	private static String webhookPath(Environment environment) {
		return SecretCondition.isSet(environment, "scalekit.webhook.secret")
				? environment.getProperty("scalekit.webhook.path", "/scalekit/webhooks") : "";
	}

	/**
	 * Does not show the secret.
	 */
	@Override
	public String toString() {
		return "InterceptorProperties";
	}

}
