package com.scalekit.spring.test.oauth2;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;

class BearerTokenCheckTests {

	private final ScalekitServer server = ScalekitServer.start();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer", "Bearer ", "Basic c2tjXzE6c2VjcmV0" })
	void missingOrEmptyTokenIsRefused(String authorization) {
		ResponseAssert.assertThat(TestClient.withAuthorization(this.server, authorization).get("/api/v1/organizations"))
			.hasJson(401, """
					{ "code": 16, "message": "Token empty", "details": [ {
						"@type": "type.googleapis.com/scalekit.v1.errdetails.ErrorInfo",
						"error_code": "UNAUTHENTICATED" } ] }
					""");
	}

	@Test
	void unknownTokenIsRefusedWithAnotherMessage() {
		String token = TestClient.withoutToken(this.server).fetchToken() + "x";
		var response = TestClient.withToken(this.server, token).get("/api/v1/organizations");
		ResponseAssert.assertThat(response).isError(401, 16, "UNAUTHENTICATED").hasMessage("Token invalid or expired");
		assertThat(response.body()).doesNotContain(token);
	}

	@Test
	void schemeIsCaseInsensitive() {
		String token = TestClient.withoutToken(this.server).fetchToken();
		var client = TestClient.withAuthorization(this.server, "bearer " + token);
		assertThat(client.get("/api/v1/organizations").status()).isEqualTo(200);
	}

	@Test
	void tokenOfAnotherServerIsRefused() {
		try (ScalekitServer other = ScalekitServer.start()) {
			String token = TestClient.withoutToken(other).fetchToken();
			ResponseAssert.assertThat(TestClient.withToken(this.server, token).get("/api/v1/organizations"))
				.isError(401, 16, "UNAUTHENTICATED");
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET, /api/v1/organizations", "POST, /api/v1/organizations", "GET, /api/v1/organizations/org_1",
			"PATCH, /api/v1/organizations/org_1", "DELETE, /api/v1/organizations/org_1",
			"PUT, /api/v1/organizations/org_1/portal_links", "PATCH, /api/v1/organizations/org_1/settings",
			"PATCH, /api/v1/organizations/org_1/settings/usermanagement",
			"GET, /api/v1/organizations/org_1/session-policy", "PATCH, /api/v1/organizations/org_1/session-policy",
			"GET, /api/v1/organizations:external/1", "GET, /api/v1/unknown" })
	void everyOperationNeedsToken(String method, String path) {
		assertThat(TestClient.withoutToken(this.server).send(method, path, null).status()).isEqualTo(401);
	}

}
