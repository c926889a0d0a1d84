package com.scalekit.spring.test;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OrganizationsTests {

	private final ScalekitServer server = ScalekitServer.start();

	private final TestClient client = TestClient.authorized(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void addedOrganizationIsThere() {
		String id = this.server.organizations().add("Acme");
		var organization = this.client.get("/api/v1/organizations/" + id).organization();
		assertThat(organization.get("id").stringValue()).isEqualTo(id);
		assertThat(organization.get("display_name").stringValue()).isEqualTo("Acme");
		assertThat(organization.has("external_id")).isFalse();
	}

	@Test
	void addedOrganizationHasExternalId() {
		String id = this.server.organizations().add("Acme", "tenant-1");
		var organization = this.client.get("/api/v1/organizations:external/tenant-1").organization();
		assertThat(organization.get("id").stringValue()).isEqualTo(id);
	}

	@Test
	void countFollowsTheApi() {
		this.server.organizations().add("One");
		String id = this.server.organizations().add("Two", null);
		this.client.post("/api/v1/organizations", "{\"display_name\":\"Three\"}");
		assertThat(this.server.organizations().count()).isEqualTo(3);
		this.client.delete("/api/v1/organizations/" + id);
		assertThat(this.server.organizations().count()).isEqualTo(2);
	}

	@Test
	void whatTheServiceRefusesCannotBeAdded() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.organizations().add(""))
			.withMessageContaining("organization.display_name");
		this.server.organizations().add("Acme", "tenant-1");
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.organizations().add("Other", "tenant-1"))
			.withMessageContaining("external_id");
		assertThat(this.server.organizations().count()).isEqualTo(1);
	}

}
