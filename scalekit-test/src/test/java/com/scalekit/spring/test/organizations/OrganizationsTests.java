package com.scalekit.spring.test.organizations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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

	@Test
	void addedOrganizationHasAllDetails() {
		String id = this.server.organizations()
			.add(NewOrganization.named("Acme")
				.externalId("tenant-1")
				.slug("acme")
				.logoUrl("https://example.com/logo.png")
				.metadata("tier", "gold")
				.metadata("owner", "jo")
				.feature("sso")
				.feature("session_policy"));
		JsonNode organization = this.client.get("/api/v1/organizations/" + id).organization();
		assertThat(organization.get("external_id").stringValue()).isEqualTo("tenant-1");
		assertThat(organization.get("slug").stringValue()).isEqualTo("acme");
		assertThat(organization.get("logo_url").stringValue()).isEqualTo("https://example.com/logo.png");
		assertThat(organization.get("metadata")).isEqualTo(TestClient.json("{\"tier\":\"gold\",\"owner\":\"jo\"}"));
		assertThat(organization.get("settings")).isEqualTo(TestClient.json("""
				{ "features": [ { "name": "sso", "enabled": true }, { "name": "session_policy", "enabled": true } ] }
				"""));
	}

	@Test
	void detailsThatTheServiceRefusesCannotBeAdded() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.server.organizations().add(NewOrganization.named("Acme").slug("Not a slug")))
			.withMessageContaining("organization.slug");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.server.organizations().add(NewOrganization.named("Acme").feature("saml")))
			.withMessageContaining("feature");
		assertThat(this.server.organizations().count()).isZero();
	}

	@Test
	void organizationCanBeReadBack() {
		String id = this.client
			.post("/api/v1/organizations",
					"{\"display_name\":\"Acme\",\"external_id\":\"t-1\",\"metadata\":{\"tier\":\"gold\"}}")
			.organization()
			.get("id")
			.stringValue();
		StoredOrganization created = this.server.organizations().get(id);
		assertThat(created.displayName()).isEqualTo("Acme");
		assertThat(created.externalId()).isEqualTo("t-1");
		assertThat(created.slug()).isNull();
		assertThat(created.metadata()).containsExactly(Map.entry("tier", "gold"));
		assertThat(created.hasFeature("sso")).isFalse();
		assertThat(created.userManagement().maxAllowedUsers()).isNull();
		assertThat(this.server.organizations().findByExternalId("t-1")).contains(created);
		assertThat(this.server.organizations().all()).containsExactly(created);
	}

	@Test
	void whatWasReadBackDoesNotChange() {
		String id = this.server.organizations().add(NewOrganization.named("Acme").metadata("tier", "gold"));
		StoredOrganization before = this.server.organizations().get(id);
		List<StoredOrganization> all = this.server.organizations().all();
		this.client.patch("/api/v1/organizations/" + id, "{\"display_name\":\"Acme Inc\"}");
		this.server.organizations().add("Other");
		assertThat(before.displayName()).isEqualTo("Acme");
		assertThat(all).containsExactly(before);
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> before.metadata().put("tier", "silver"));
		assertThat(this.server.organizations().get(id).displayName()).isEqualTo("Acme Inc");
		assertThat(this.server.organizations().all()).extracting(StoredOrganization::displayName)
			.containsExactly("Acme Inc", "Other");
	}

	@Test
	void organizationThatDoesNotExistCannotBeReadBack() {
		assertThatExceptionOfType(NoSuchElementException.class)
			.isThrownBy(() -> this.server.organizations().get("org_1"))
			.withMessage("There is no organization 'org_1'");
		assertThat(this.server.organizations().findByExternalId("t-1")).isEmpty();
		assertThat(this.server.organizations().all()).isEmpty();
	}

	@Test
	void manyOrganizationsAreNumbered() {
		List<String> ids = this.server.organizations().addMany(2);
		this.server.organizations().addMany(1);
		assertThat(this.server.organizations().count()).isEqualTo(3);
		assertThat(this.client.get("/api/v1/organizations/" + ids.get(1)).organization().get("display_name"))
			.isEqualTo(TestClient.json("\"Organization 2\""));
		assertThat(this.client.get("/api/v1/organizations:external/tenant-3").status()).isEqualTo(200);
	}

	@Test
	void hundredsOfThousandsAreListedPageByPage() {
		this.server.organizations().addMany(200_000);
		JsonNode page = this.client.get("/api/v1/organizations?page_size=100").json();
		assertThat(page.get("total_size").intValue()).isEqualTo(200_000);
		assertThat(page.get("organizations").size()).isEqualTo(100);
		assertThat(page.at("/organizations/99/external_id").stringValue()).isEqualTo("tenant-100");
	}

	@Test
	void organizationsOfFileAreAdded(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("organizations.json"), """
				[ { "display_name": "Äcme", "external_id": "t-1", "metadata": { "tier": "gold" } },
					{ "display_name": "Other" } ]
				""");
		assertThat(this.server.organizations().addAll(file)).hasSize(2);
		JsonNode organization = this.client.get("/api/v1/organizations:external/t-1").organization();
		assertThat(organization.get("display_name").stringValue()).isEqualTo("Äcme");
		assertThat(organization.at("/metadata/tier").stringValue()).isEqualTo("gold");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[", "[ { \"display_name\": \"\" } ]", "[ { \"name\": \"Acme\" } ]", "[ null ]" })
	void fileWithSomethingElseIsRefused(String json, @TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("organizations.json"), json);
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.organizations().addAll(file));
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.server.organizations().addAll(directory.resolve("missing.json")));
	}

}
