package com.scalekit.spring.test.organizations;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;

class OrganizationSessionPolicyTests {

	private static final String APPLICATION_POLICY = """
			{ "policy": { "policy_source": "APPLICATION", "idle_session_timeout_enabled": false } }
			""";

	private static final String CUSTOM_POLICY = """
			{ "policy": { "policy_source": "CUSTOM", "absolute_session_timeout": 1440,
				"absolute_session_timeout_unit": "MINUTES", "idle_session_timeout_enabled": true,
				"idle_session_timeout": 120, "idle_session_timeout_unit": "MINUTES" } }
			""";

	private final ScalekitServer server = ScalekitServer.start();

	private final TestClient client = TestClient.authorized(this.server);

	private final String organization = "/api/v1/organizations/" + this.server.organizations().add("Acme");

	private final String path = this.organization + "/session-policy";

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void policyOfTheApplicationApplies() {
		ResponseAssert.assertThat(this.client.get(this.path)).hasJson(200, APPLICATION_POLICY);
		enableFeature(true);
		ResponseAssert.assertThat(this.client.get(this.path)).hasJson(200, APPLICATION_POLICY);
	}

	@Test
	void customPolicyIsPrintedInMinutes() {
		enableFeature(true);
		ResponseAssert.assertThat(customize()).hasJson(200, CUSTOM_POLICY);
		ResponseAssert.assertThat(this.client.get(this.path)).hasJson(200, CUSTOM_POLICY);
	}

	@Test
	void policySourceAloneResets() {
		enableFeature(true);
		customize();
		ResponseAssert.assertThat(this.client.patch(this.path, "{\"policy_source\":\"APPLICATION\"}"))
			.hasJson(200, APPLICATION_POLICY);
		ResponseAssert.assertThat(this.client.get(this.path)).hasJson(200, APPLICATION_POLICY);
	}

	@Test
	void timeoutsLeftOutStay() {
		enableFeature(true);
		customize();
		ResponseAssert.assertThat(this.client.patch(this.path, """
				{ "policy_source": "CUSTOM", "absolute_session_timeout": 90 }
				""")).hasJson(200, """
				{ "policy": { "policy_source": "CUSTOM", "absolute_session_timeout": 90,
					"absolute_session_timeout_unit": "MINUTES", "idle_session_timeout_enabled": false,
					"idle_session_timeout": 120, "idle_session_timeout_unit": "MINUTES" } }
				""");
	}

	@Test
	void policyNeedsTheFeature() {
		ResponseAssert.assertThat(customize()).isError(400, 9, "FAILED_PRECONDITION");
		enableFeature(true);
		customize();
		enableFeature(false);
		ResponseAssert.assertThat(customize()).isError(400, 9, "FAILED_PRECONDITION");
		ResponseAssert.assertThat(this.client.get(this.path)).hasJson(200, APPLICATION_POLICY);
	}

	@Test
	void policySourceLeftOutStays() {
		enableFeature(true);
		ResponseAssert.assertThat(this.client.patch(this.path, "{\"absolute_session_timeout\":90}"))
			.hasJson(200, APPLICATION_POLICY);
		customize();
		assertThat(this.client.patch(this.path, "{\"absolute_session_timeout\":90}").json().get("policy"))
			.isEqualTo(TestClient.json("""
					{ "policy_source": "CUSTOM", "absolute_session_timeout": 90,
						"absolute_session_timeout_unit": "MINUTES", "idle_session_timeout_enabled": false,
						"idle_session_timeout": 120, "idle_session_timeout_unit": "MINUTES" }
					"""));
	}

	@Test
	void timeoutsMustBeNumbersOfMinutes() {
		enableFeature(true);
		ResponseAssert.assertThat(this.client.patch(this.path, """
				{ "policy_source": "CUSTOM", "absolute_session_timeout": -1, "idle_session_timeout": -1 }
				""")).hasViolations("absolute_session_timeout int32.gte", "idle_session_timeout int32.gte");
		ResponseAssert
			.assertThat(this.client.patch(this.path,
					"""
							{ "policy_source": "CUSTOM", "absolute_session_timeout": 1491309, "absolute_session_timeout_unit": "DAYS",
								"idle_session_timeout": 35791395, "idle_session_timeout_unit": "HOURS" }
							"""))
			.hasViolations("absolute_session_timeout int32.lte", "idle_session_timeout int32.lte");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"policy_source\":\"OTHER\"}", "{\"policy_source\":1}", "{\"policy_source\":\"\"}",
			"{\"policy_source\":\"CUSTOM\",\"absolute_session_timeout_unit\":\"minutes\"}",
			"{\"policy_source\":\"CUSTOM\",\"idle_session_timeout_enabled\":\"yes\"}" })
	void refusesOtherShapes(String body) {
		enableFeature(true);
		ResponseAssert.assertThat(this.client.patch(this.path, body)).isError(400, 3, "INVALID_ARGUMENT");
	}

	@Test
	void policyIsNoPartOfTheOrganization() {
		enableFeature(true);
		customize();
		assertThat(this.client.get(this.organization).body()).doesNotContain("CUSTOM", "timeout");
	}

	private TestClient.Response customize() {
		return this.client.patch(this.path, """
				{ "policy_source": "CUSTOM", "absolute_session_timeout": 1, "absolute_session_timeout_unit": "DAYS",
					"idle_session_timeout_enabled": true, "idle_session_timeout": 2,
					"idle_session_timeout_unit": "HOURS" }
				""");
	}

	private void enableFeature(boolean enabled) {
		this.client.patch(this.organization + "/settings",
				"{\"features\":[{\"name\":\"session_policy\",\"enabled\":%s}]}".formatted(enabled));
	}

}
