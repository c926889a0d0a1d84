package com.scalekit.spring.test.connections;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConnectionsApiTests {

	private static final String PATH = "/api/v1/connections";

	private final ScalekitServer server = ScalekitServer.start();

	private final TestClient client = TestClient.authorized(this.server);

	private final String organizationId = this.server.organizations().add("Acme");

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void connectionHasDomainsAndConfiguration() {
		String id = this.server.connections()
			.add(this.organizationId,
					(connection) -> connection.oidc()
						.provider("OKTA")
						.domain("acme.com")
						.configuration("issuer", "https://acme.okta.com")
						.configuration("scopes", List.of("openid", "email")));
		JsonNode connection = this.client.get(path(id)).json().get("connection");
		assertThat(connection.get("type").stringValue()).isEqualTo("OIDC");
		assertThat(connection.get("provider").stringValue()).isEqualTo("OKTA");
		assertThat(connection.get("provider_key").stringValue()).isEqualTo("okta");
		assertThat(connection.get("status").stringValue()).isEqualTo("COMPLETED");
		assertThat(connection.get("enabled").booleanValue()).isTrue();
		assertThat(connection.at("/domains/0/domain").stringValue()).isEqualTo("acme.com");
		assertThat(connection.at("/domains/0/verification_status").stringValue()).isEqualTo("VERIFIED");
		assertThat(connection.at("/oidc_config/issuer").stringValue()).isEqualTo("https://acme.okta.com");
		assertThat(connection.at("/oidc_config/scopes/1").stringValue()).isEqualTo("email");
		assertThat(connection.propertyNames()).filteredOn((name) -> name.endsWith("_config"))
			.containsExactly("oidc_config");
		assertThat(this.server.domains().all(this.organizationId)).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "SAML, /saml_config/secret", "OAUTH, /oauth_config/secret",
			"PASSWORDLESS, /passwordless_config/secret", "WEBAUTHN, /webauthn_config/secret",
			"GOOGLE_DWD, /google_dwd_config/secret", "API_KEY, /static_config/static_config/secret" })
	void configurationIsThatOfTheType(String type, String pointer) {
		String id = this.server.connections()
			.add(this.organizationId, (connection) -> connection.type(type).configuration("secret", "s"));
		JsonNode connection = this.client.get(path(id)).json().get("connection");
		assertThat(connection.at(pointer.replaceFirst("/[^/]+$", "")).isObject()).isTrue();
		assertThat(connection.at(pointer).asString("")).isEqualTo(type.equals("API_KEY") ? "s" : "");
	}

	@Test
	void listHasWhatUsersCanSignInWith() {
		String other = this.server.organizations().add("Other");
		String acme = this.server.connections()
			.add(this.organizationId, (connection) -> connection.saml().domain("acme.com"));
		String disabled = this.server.connections().add(this.organizationId, NewConnection::disabled);
		String incomplete = this.server.connections().add(other, NewConnection::incomplete);
		assertThat(list("")).containsExactly(acme);
		assertThat(list("?include=all")).containsExactly(acme, disabled, incomplete);
		assertThat(list("?include=all&organization_id=" + other)).containsExactly(incomplete);
		assertThat(list("?domain=ACME.com")).containsExactly(acme);
		assertThat(list("?organization_id=" + other)).isEmpty();
		assertThat(this.client.get(PATH).json().at("/connections/0/organization_name").stringValue()).isEqualTo("Acme");
		assertThat(this.client.get(PATH).json().at("/connections/0/domains/0").stringValue()).isEqualTo("acme.com");
	}

	@Test
	void connectionIsEnabledAndDisabled() {
		String id = this.server.connections().add(this.organizationId, NewConnection::disabled);
		ResponseAssert.assertThat(toggle(id, "enable")).hasJson(200, "{\"enabled\":true}");
		assertThat(this.server.connections().get(id).enabled()).isTrue();
		ResponseAssert.assertThat(toggle(id, "enable")).hasJson(200, """
				{"enabled":true,"error_message":"connection is already enabled"}""");
		ResponseAssert.assertThat(toggle(id, "disable")).hasJson(200, "{\"enabled\":false}");
		assertThat(this.server.connections().get(id).enabled()).isFalse();
		ResponseAssert.assertThat(toggle(id, "disable")).hasJson(200, """
				{"enabled":false,"error_message":"connection is already disabled"}""");
	}

	@Test
	void incompleteConnectionCannotBeEnabled() {
		String id = this.server.connections().add(this.organizationId, NewConnection::incomplete);
		ResponseAssert.assertThat(toggle(id, "enable")).hasJson(200, """
				{"enabled":false,"error_message":"connection is not configured completely"}""");
		assertThat(this.server.connections().get(id).enabled()).isFalse();
	}

	@Test
	void connectionIsDeletedAlone() {
		String id = this.server.connections().add(this.organizationId, (connection) -> connection.domain("acme.com"));
		ResponseAssert.assertThat(this.client.delete(path(id))).hasJson(200, "{}");
		ResponseAssert.assertThat(this.client.delete(path(id)))
			.isError(404, 5, "RESOURCE_NOT_FOUND")
			.hasMessage("connection not found");
		assertThat(this.server.domains().all(this.organizationId)).hasSize(1);
	}

	@Test
	void connectionsGoWithTheirOrganization() {
		this.server.connections().add(this.organizationId, NewConnection::oidc);
		this.client.delete("/api/v1/organizations/" + this.organizationId);
		assertThat(this.server.connections().all()).isEmpty();
		this.server.connections().add(this.server.organizations().add("Acme"), NewConnection::oidc);
		this.server.reset();
		assertThat(this.server.connections().all()).isEmpty();
	}

	@Test
	void whatTheServiceDoesNotKnowIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> this.server.connections().add(this.organizationId, (connection) -> connection.provider("ACME")))
			.withMessageContaining("\"ACME\" is none of ConnectionProvider");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.server.connections().add("org_1", NewConnection::oidc))
			.withMessage("organization not found");
		assertThat(this.server.connections().all()).isEmpty();
	}

	private List<String> list(String query) {
		return this.client.get(PATH + query)
			.json()
			.get("connections")
			.valueStream()
			.map((connection) -> connection.get("id").stringValue())
			.toList();
	}

	private TestClient.Response toggle(String id, String verb) {
		return this.client.send("PATCH", path(id) + ":" + verb, null);
	}

	private String path(String id) {
		return "/api/v1/organizations/%s/connections/%s".formatted(this.organizationId, id);
	}

}
