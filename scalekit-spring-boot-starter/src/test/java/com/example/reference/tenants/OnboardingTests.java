package com.example.reference.tenants;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.junit.ScalekitServerExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(ScalekitServerExtension.class)
class OnboardingTests {

	@Test
	void onboardsOnce(ScalekitServer scalekit) {
		try (ScalekitClients clients = ScalekitClients
			.builder(scalekit.url(), scalekit.clientId(), scalekit.clientSecret())
			.build()) {
			new Tenants(clients.create(OrganizationsClient.class)).onboard("Acme", "t-1");
		}
		assertThat(scalekit.organizations().count()).isEqualTo(1);
	}

}
