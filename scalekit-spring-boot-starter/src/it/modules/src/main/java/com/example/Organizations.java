package com.example;

import com.scalekit.spring.boot.autoconfigure.ScalekitConnectionDetails;
import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.security.ScalekitPrincipal;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.webhooks.events.OrganizationEvent;

/**
 * Uses a type of each module.
 */
class Organizations {

	long count(ScalekitConnectionDetails connection) {
		try (ScalekitClients scalekit = ScalekitClients
			.builder(connection.getEnvironmentUrl(), connection.getClientId(), connection.getClientSecret())
			.build()) {
			return scalekit.create(OrganizationsClient.class).all().count();
		}
	}

	long count(ScalekitServer server) {
		return server.organizations().count();
	}

	boolean isOf(ScalekitPrincipal caller, OrganizationEvent.Created event) {
		return caller.organizationId().equals(event.data().id());
	}

}
