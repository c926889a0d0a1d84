package com.scalekit.spring.test.organizations;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;

class OrganizationExternalIdTests {

	private static final String PATH = "/api/v1/organizations:external/";

	private final ScalekitServer server = ScalekitServer.start();

	private final TestClient client = TestClient.authorized(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "tenant-1", "a/b", "/", "a b", "a+b", "%", "%2F", "a%20b", "ünïcödé", "漢字", "\uD83D\uDE00",
			"a:b", "?", "#", "a;b=c", "a&b=c", "..", ".", "\\", "{id}", "\"", " ", "org_1" })
	void findsByteExact(String externalId) {
		String id = this.server.organizations().add("Acme", externalId);
		this.server.organizations().add("Decoy", externalId + "x");
		var response = this.client.get(PATH + encode(externalId));
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.organization().get("id").stringValue()).isEqualTo(id);
		assertThat(response.organization().get("external_id").stringValue()).isEqualTo(externalId);
	}

	@Test
	void plusInPathIsNoSpace() {
		String id = this.server.organizations().add("Plus", "a+b");
		this.server.organizations().add("Space", "a b");
		assertThat(this.client.get(PATH + "a+b").organization().get("id").stringValue()).isEqualTo(id);
	}

	@Test
	void unencodedColonAndSemicolonBelongToTheExternalId() {
		String id = this.server.organizations().add("Acme", "a:b;c=d");
		assertThat(this.client.get(PATH + "a:b;c=d").organization().get("id").stringValue()).isEqualTo(id);
	}

	@Test
	void differsInCase() {
		this.server.organizations().add("Acme", "tenant");
		ResponseAssert.assertThat(this.client.get(PATH + "Tenant")).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?id=org_1", "?id=" })
	void additionalIdWins(String query) {
		this.server.organizations().add("Acme", "tenant");
		ResponseAssert.assertThat(this.client.get(PATH + "tenant" + query))
			.isError(400, 3, "INVALID_ARGUMENT")
			.hasMessage("ExternalId is required");
	}

	@Test
	void mustNotBeEmpty() {
		ResponseAssert.assertThat(this.client.get(PATH)).hasViolations("external_id string.min_len");
	}

	private static String encode(String segment) {
		StringBuilder encoded = new StringBuilder();
		for (byte octet : segment.getBytes(StandardCharsets.UTF_8)) {
			encoded.append("%%%02X".formatted(octet));
		}
		return encoded.toString();
	}

}
