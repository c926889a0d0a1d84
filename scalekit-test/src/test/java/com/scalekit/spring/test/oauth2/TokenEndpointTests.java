package com.scalekit.spring.test.oauth2;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;

import static org.assertj.core.api.Assertions.assertThat;

class TokenEndpointTests {

	private final ScalekitServer server = ScalekitServer.start();

	private final TestClient client = TestClient.withoutToken(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void issuesTokenToClient() {
		Response response = this.client.token(this.client.credentials());
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.header("Content-Type")).isEqualTo("application/json");
		assertThat(response.header("Cache-Control")).isEqualTo("no-store");
		JsonNode body = response.json();
		assertThat(body.propertyNames()).containsExactlyInAnyOrder("access_token", "token_type", "expires_in");
		assertThat(body.get("access_token").stringValue()).matches("[A-Za-z0-9\\-._~+/]{32,}=*");
		assertThat(body.get("token_type").stringValue()).isEqualTo("Bearer");
		assertThat(body.get("expires_in").isIntegralNumber()).isTrue();
		assertThat(body.get("expires_in").longValue()).isEqualTo(86399);
	}

	@Test
	void echoesRequestedScope() {
		Response response = this.client.token(with("scope", "openid profile"));
		assertThat(response.json().get("scope").stringValue()).isEqualTo("openid profile");
	}

	@Test
	void acceptsContentTypeWithParameters() {
		Response response = this.client.token("grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(
				this.server.clientId(), this.server.clientSecret()), "Application/X-WWW-Form-Urlencoded;charset=UTF-8");
		assertThat(response.status()).isEqualTo(200);
	}

	@Test
	void refusesWrongSecretWithoutRepeatingIt() {
		Response response = this.client.token(with("client_secret", "test_guessed"));
		assertError(response, 401, "invalid_client");
		assertThat(response.body()).doesNotContain("test_guessed").doesNotContain(this.server.clientSecret());
		assertThat(response.header("Cache-Control")).isEqualTo("no-store");
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_id", "client_secret" })
	void refusesMissingOrEmptyCredential(String name) {
		assertError(this.client.token(with(name, "")), 401, "invalid_client");
		Map<String, String> form = new HashMap<>(this.client.credentials());
		form.remove(name);
		assertError(this.client.token(form), 401, "invalid_client");
	}

	@Test
	void refusesUnknownClient() {
		assertError(this.client.token(with("client_id", "skc_1")), 401, "invalid_client");
	}

	@Test
	void refusesOtherGrants() {
		assertError(this.client.token(with("grant_type", "password")), 400, "unsupported_grant_type");
		assertError(this.client.token(Map.of()), 400, "unsupported_grant_type");
	}

	@Test
	void refusesRepeatedParameter() {
		assertError(this.client.token("grant_type=client_credentials&grant_type=client_credentials",
				"application/x-www-form-urlencoded"), 400, "invalid_request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "text/plain", "application/x-www-form-urlencoded-not" })
	void refusesOtherContentTypes(String contentType) {
		Response response = this.client.token("grant_type=client_credentials&client_id=%s&client_secret=%s"
			.formatted(this.server.clientId(), this.server.clientSecret()), contentType);
		assertError(response, 400, "invalid_request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "PUT", "DELETE" })
	void refusesOtherMethods(String method) {
		ResponseAssert.assertThat(this.client.send(method, "/oauth/token", null)).isError(501, 12, "UNIMPLEMENTED");
		assertThat(this.server.tokens().issued()).isZero();
	}

	@Test
	void countsOnlyIssuedTokens() {
		this.client.token(with("client_secret", "test_guessed"));
		this.client.fetchToken();
		this.client.fetchToken();
		assertThat(this.server.tokens().issued()).isEqualTo(2);
	}

	@Test
	void issuesSignedTokenToClientOfOrganization() {
		String acme = this.server.organizations().add("Acme");
		Response created = TestClient.authorized(this.server)
			.post("/api/v1/organizations/%s/clients".formatted(acme), """
					{"name": "Deployment", "scopes": ["deploy", "read"], "expiry": "3600"}
					""");
		String clientId = created.json().at("/client/client_id").stringValue();
		Map<String, String> form = Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret",
				created.json().get("plain_secret").stringValue());
		Response response = this.client.token(form);
		assertThat(response.status()).as(response.body()).isEqualTo(200);
		assertThat(response.json().get("expires_in").intValue()).isEqualTo(3600);
		assertThat(response.json().get("scope").stringValue()).isEqualTo("deploy read");
		ParsedToken token = ParsedToken.parse(response.json().get("access_token").stringValue());
		assertThat(token.text("sub")).isEqualTo(clientId);
		assertThat(token.text("oid")).isEqualTo(acme);
		assertThat(token.time("exp")).isEqualTo(token.time("iat") + 3600);
		assertThat(token.claims().has("aud")).isFalse();
		Map<String, String> scoped = new HashMap<>(form);
		scoped.put("scope", "read");
		assertThat(this.client.token(scoped).json().get("scope").stringValue()).isEqualTo("read");
		scoped.put("scope", "admin");
		assertError(this.client.token(scoped), 400, "invalid_scope");
	}

	@Test
	void clientOfOrganizationNeedsItsSecret() {
		String acme = this.server.organizations().add("Acme");
		String clientId = this.server.apiClients().add(acme, "Deployment");
		String secret = this.server.apiClients().addSecret(clientId);
		String other = this.server.apiClients().addSecret(this.server.apiClients().add(acme, "Other"));
		Map<String, String> form = new HashMap<>(
				Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
		assertThat(this.client.token(form).status()).isEqualTo(200);
		form.put("client_secret", other);
		assertError(this.client.token(form), 401, "invalid_client");
		form.put("client_secret", secret);
		form.put("grant_type", "refresh_token");
		assertError(this.client.token(form), 401, "invalid_client");
		form.put("grant_type", "client_credentials");
		TestClient.authorized(this.server)
			.delete("/api/v1/organizations/%s/clients/%s/secrets/%s".formatted(acme, clientId,
					this.server.apiClients().get(clientId).secrets().get(0).id()));
		assertError(this.client.token(form), 401, "invalid_client");
	}

	private Map<String, String> with(String name, String value) {
		Map<String, String> form = new HashMap<>(this.client.credentials());
		form.put(name, value);
		return form;
	}

	private static void assertError(Response response, int status, String error) {
		assertThat(response.status()).isEqualTo(status);
		assertThat(response.header("Content-Type")).isEqualTo("application/json");
		assertThat(response.json().propertyNames()).containsExactlyInAnyOrder("error", "error_description");
		assertThat(response.json().get("error").stringValue()).isEqualTo(error);
		assertThat(response.json().get("error_description").stringValue()).isNotBlank();
	}

}
