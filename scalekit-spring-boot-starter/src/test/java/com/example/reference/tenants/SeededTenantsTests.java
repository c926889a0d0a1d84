package com.example.reference.tenants;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScalekitServerCustomizer;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureScalekitServer(customizers = SeededTenantsTests.Acme.class)
class SeededTenantsTests {

	@Test
	void findsAcme(@Autowired OrganizationsClient organizations) {
		assertThat(organizations.getByExternalId("t-1").displayName()).isEqualTo("Acme");
	}

	static class Acme implements ScalekitServerCustomizer {

		@Override
		public void customize(ScalekitServer.Builder server) {
			server.initialData((scalekit) -> scalekit.organizations().add("Acme", "t-1"));
		}

	}

}
