package com.scalekit.spring.test.organizations;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;

class OrganizationSettingsTests {

	private final ScalekitServer server = ScalekitServer.start();

	private final TestClient client = TestClient.authorized(this.server);

	private final String organization = "/api/v1/organizations/" + this.server.organizations().add("Acme");

	private final String path = this.organization + "/settings";

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void settingsAreAbsentUntilFeatureIsSet() {
		assertThat(this.client.get(this.organization).organization().has("settings")).isFalse();
		assertThat(this.client.patch(this.path, "{\"features\":[]}").organization().has("settings")).isFalse();
		assertThat(this.client.patch(this.path, "{}").organization().has("settings")).isFalse();
	}

	@Test
	void mergesFeaturesByName() {
		this.client.patch(this.path, """
				{ "features": [ { "name": "sso", "enabled": true }, { "name": "dir_sync", "enabled": false } ] }
				""");
		JsonNode updated = this.client
			.patch(this.path,
					"""
							{ "features": [ { "name": "dir_sync", "enabled": true },
								{ "name": "domain_verification", "enabled": true }, { "name": "session_policy", "enabled": false } ] }
							""")
			.organization();
		assertThat(updated.get("settings")).isEqualTo(TestClient
			.json("""
					{ "features": [ { "name": "sso", "enabled": true }, { "name": "dir_sync", "enabled": true },
						{ "name": "domain_verification", "enabled": true }, { "name": "session_policy", "enabled": false } ] }
					"""));
		assertThat(this.client.get(this.organization).organization()).isEqualTo(updated);
	}

	@Test
	void updateOfOrganizationKeepsSettings() {
		this.client.patch(this.path, "{\"features\":[{\"name\":\"sso\",\"enabled\":true}]}");
		JsonNode updated = this.client.patch(this.organization, "{\"display_name\":\"Acme Inc\"}").organization();
		assertThat(updated.at("/settings/features/0/name").stringValue()).isEqualTo("sso");
	}

	@Test
	void refusesOtherAndIncompleteFeatures() {
		ResponseAssert.assertThat(this.client.patch(this.path, """
				{ "features": [ { "name": "sso", "enabled": true }, { "name": "directory_sync", "enabled": true },
					{ "enabled": true }, { "name": "sso" } ] }
				"""))
			.hasViolations("settings.features[1].name string.in", "settings.features[2].name required",
					"settings.features[3].enabled required");
		assertThat(this.client.get(this.organization).organization().has("settings")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"features\":{}}", "{\"features\":[null]}", "{\"features\":[\"sso\"]}",
			"{\"features\":[{\"name\":\"sso\",\"enabled\":\"true\"}]}",
			"{\"features\":[{\"name\":\"sso\",\"enabled\":1}]}" })
	void refusesOtherShapes(String body) {
		ResponseAssert.assertThat(this.client.patch(this.path, body)).isError(400, 3, "INVALID_ARGUMENT");
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "0", "1", "2147483647" })
	void userManagementSettingsAreWrapped(String maxAllowedUsers) {
		String body = "{\"settings\":{\"max_allowed_users\":%s}}".formatted(maxAllowedUsers);
		ResponseAssert.assertThat(this.client.patch(this.path + "/usermanagement", body)).hasJson(200, body);
	}

	@Test
	void userManagementSettingsAreKept() {
		String path = this.path + "/usermanagement";
		ResponseAssert.assertThat(this.client.get(path)).hasJson(200, "{\"settings\":{\"max_allowed_users\":null}}");
		this.client.patch(path, "{\"settings\":{\"max_allowed_users\":25}}");
		this.client.patch(this.organization, "{\"display_name\":\"Acme Inc\"}");
		this.client.patch(this.path, "{\"features\":[{\"name\":\"sso\",\"enabled\":true}]}");
		ResponseAssert.assertThat(this.client.get(path)).hasJson(200, "{\"settings\":{\"max_allowed_users\":25}}");
		assertThat(this.client.get(this.organization).body()).doesNotContain("max_allowed_users", "user_management");
	}

	@Test
	void userManagementSettingsMustBeWrapped() {
		ResponseAssert.assertThat(this.client.patch(this.path + "/usermanagement", "{\"max_allowed_users\":1}"))
			.hasViolations("settings required");
	}

	@Test
	void userManagementIsOffWithoutLimit() {
		ResponseAssert.assertThat(this.client.patch(this.path + "/usermanagement", "{\"settings\":{}}"))
			.hasJson(200, "{\"settings\":{\"max_allowed_users\":null}}");
	}

	@Test
	void userManagementLimitMustNotBeNegative() {
		ResponseAssert
			.assertThat(this.client.patch(this.path + "/usermanagement", "{\"settings\":{\"max_allowed_users\":-1}}"))
			.hasViolations("settings.max_allowed_users int32.gte");
	}

	@Test
	void userManagementSettingsAreRequired() {
		ResponseAssert.assertThat(this.client.patch(this.path + "/usermanagement", "{}"))
			.hasViolations("settings required");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"settings\":1}", "{\"settings\":{\"max_allowed_users\":1.5}}",
			"{\"settings\":{\"max_allowed_users\":2147483648}}", "{\"settings\":{\"max_allowed_users\":true}}",
			"{\"settings\":{\"max_allowed_users\":\"many\"}}", "{\"settings\":{\"max_allowed_users\":\"\"}}" })
	void refusesOtherShapesOfUserManagementSettings(String body) {
		ResponseAssert.assertThat(this.client.patch(this.path + "/usermanagement", body))
			.isError(400, 3, "INVALID_ARGUMENT");
	}

}
