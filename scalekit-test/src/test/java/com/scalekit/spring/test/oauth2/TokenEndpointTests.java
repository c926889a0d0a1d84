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
		assertError(this.client.token(with("grant_type", "authorization_code")), 400, "unsupported_grant_type");
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
