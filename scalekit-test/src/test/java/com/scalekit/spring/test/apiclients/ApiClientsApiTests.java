package com.scalekit.spring.test.apiclients;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApiClientsApiTests {

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final TestClient client = TestClient.authorized(this.server);

	private final String organizationId = this.server.organizations().add("Acme");

	private final String path = "/api/v1/organizations/%s/clients".formatted(this.organizationId);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void secretIsToldOnce() {
		Response response = this.client.post(this.path, """
				{ "name": "Deployment", "description": "Deploys", "scopes": ["deploy:all"],
					"audience": ["https://acme.com"], "custom_claims": [{ "key": "stage", "value": "test" }],
					"expiry": "3600" }""");
		String secret = response.json().get("plain_secret").stringValue();
		JsonNode created = response.json().get("client");
		assertThat(created.get("client_id").stringValue()).matches("m2morg_[0-9]{18}");
		assertThat(created.get("expiry").stringValue()).isEqualTo("3600");
		assertThat(created.get("scopes")).isEqualTo(TestClient.json("[\"deploy:all\"]"));
		assertThat(created.get("custom_claims")).isEqualTo(TestClient.json("[{\"key\":\"stage\",\"value\":\"test\"}]"));
		assertThat(created.at("/secrets/0/secret_suffix").stringValue()).hasSize(4).is(suffixOf(secret));
		Response read = this.client.get(this.path + "/" + created.get("client_id").stringValue());
		assertThat(read.json().get("client")).isEqualTo(created);
		assertThat(read.body()).doesNotContain(secret, "plain_secret");
		assertThat(response.header("Cache-Control")).isEqualTo("no-store");
	}

	private static Condition<String> suffixOf(String secret) {
		return new Condition<>(secret::endsWith, "suffix of the secret");
	}

	@Test
	void whatIsNotSentStaysAsItIs() {
		String id = this.server.apiClients().add(this.organizationId, "Deployment");
		this.clock.advance(Duration.ofMinutes(1));
		JsonNode updated = this.client.patch(this.path + "/" + id, "{\"description\":\"Deploys\",\"expiry\":60}")
			.json()
			.get("client");
		assertThat(updated.get("name").stringValue()).isEqualTo("Deployment");
		assertThat(updated.get("description").stringValue()).isEqualTo("Deploys");
		assertThat(updated.get("expiry").stringValue()).isEqualTo("60");
		assertThat(updated.get("update_time").stringValue())
			.isEqualTo(this.clock.instant().truncatedTo(ChronoUnit.MICROS).toString());
	}

	@Test
	void secretIsRotated() {
		String id = this.client.post(this.path, "{\"name\":\"Deployment\"}").json().at("/client/client_id").asString();
		String old = this.server.apiClients().get(id).secrets().get(0).id();
		Response response = this.client.send("POST", this.path + "/" + id + "/secrets", null);
		String fresh = response.json().at("/secret/id").stringValue();
		assertThat(response.json().get("plain_secret").stringValue())
			.endsWith(response.json().at("/secret/secret_suffix").stringValue());
		ResponseAssert.assertThat(this.client.delete(this.path + "/" + id + "/secrets/" + old)).hasJson(200, "{}");
		assertThat(this.server.apiClients().get(id).secrets()).extracting(StoredApiClient.Secret::id)
			.containsExactly(fresh);
		ResponseAssert.assertThat(this.client.delete(this.path + "/" + id + "/secrets/" + old))
			.isError(404, 5, "RESOURCE_NOT_FOUND")
			.hasMessage("secret not found");
	}

	@Test
	void clientsOfAnOrganization() {
		String first = this.server.apiClients().add(this.organizationId, "First");
		String second = this.server.apiClients().add(this.organizationId, "Second");
		String other = this.server.organizations().add("Other");
		this.server.apiClients().add(other, "Third");
		JsonNode page = this.client.get(this.path + "?page_size=1").json();
		assertThat(page.get("clients").findValuesAsString("client_id")).containsExactly(first);
		assertThat(page.get("total_size").intValue()).isEqualTo(2);
		assertThat(page.get("next_page_token").stringValue()).isNotEmpty();
		ResponseAssert.assertThat(this.client.get("/api/v1/organizations/%s/clients/%s".formatted(other, second)))
			.isError(404, 5, "RESOURCE_NOT_FOUND");
		ResponseAssert.assertThat(this.client.get("/api/v1/organizations/org_1/clients"))
			.isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void clientIsDeleted() {
		String id = this.server.apiClients().add(this.organizationId, "Deployment");
		ResponseAssert.assertThat(this.client.delete(this.path + "/" + id)).hasJson(200, "{}");
		ResponseAssert.assertThat(this.client.delete(this.path + "/" + id)).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void clientsGoWithTheirOrganization() {
		this.server.apiClients().add(this.organizationId, "Deployment");
		this.client.delete("/api/v1/organizations/" + this.organizationId);
		assertThat(this.server.apiClients().all(this.organizationId)).isEmpty();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.server.apiClients().add(this.organizationId, "Deployment"))
			.withMessage("organization not found");
	}

	@Test
	void requestsAreRecordedWithoutSecrets() {
		String secret = this.client.post(this.path, "{\"name\":\"Deployment\"}").json().get("plain_secret").asString();
		assertThat(this.server.requests()).noneMatch((request) -> request.toString().contains(secret));
	}

}
