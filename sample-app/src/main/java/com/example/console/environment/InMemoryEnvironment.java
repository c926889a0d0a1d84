package com.example.console.environment;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.autoconfigure.ScalekitConnectionDetails;
import com.scalekit.spring.test.ScalekitServer;

/**
 * A Scalekit environment in memory, for a console that is not connected to a real one.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoEnvironmentUrl.class)
class InMemoryEnvironment {

	private static final Log logger = LogFactory.getLog(InMemoryEnvironment.class);

	@Bean
	ScalekitServer scalekitServer(@Value("${" + InMemoryWebhookSecret.PROPERTY + "}") String webhookSecret) {
		ScalekitServer server = ScalekitServer.builder().webhookSecret(webhookSecret).start();
		SampleOrganizations.addTo(server);
		World.addTo(server);
		logger.info("Using an in-memory environment at %s. To connect to a real one, set SCALEKIT_ENVIRONMENT_URL, "
			.formatted(server.url()) + "SCALEKIT_CLIENT_ID and SCALEKIT_CLIENT_SECRET");
		return server;
	}

	@Bean
	ScalekitConnectionDetails scalekitConnectionDetails(ScalekitServer server) {
		return new ScalekitConnectionDetails() {

			@Override
			public String getEnvironmentUrl() {
				return server.url();
			}

			@Override
			public String getClientId() {
				return server.clientId();
			}

			@Override
			public String getClientSecret() {
				return server.clientSecret();
			}

		};
	}

}
