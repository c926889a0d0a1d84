package com.scalekit.spring.test.apitokens;

import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApiTokensApiTests {

	private static final String PATH = "/api/v1/tokens";

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final TestClient client = TestClient.authorized(this.server);

	private final String organizationId = this.server.organizations().add("Acme", "t-1");

	private final String userId = this.server.users()
		.add("ann@acme.com", (user) -> user.memberOf(this.organizationId, "admin"));

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void secretIsToldOnce() {
		Response response = this.client.post(PATH, """
				{ "organization_id": "%s", "user_id": "%s", "custom_claims": { "plan": "gold" },
					"expiry": "2026-03-05T00:00:00Z", "description": "Deployment" }""".formatted(this.organizationId,
				this.userId));
		String secret = response.json().get("token").stringValue();
		String id = response.json().get("token_id").stringValue();
		assertThat(id).matches("apit_[0-9]{18}");
		JsonNode token = response.json().get("token_info");
		assertThat(token).isEqualTo(TestClient.json("""
				{ "token_id": "%s", "token_suffix": "%s", "organization_id": "%s", "organization_external_id": "t-1",
					"user_id": "%s", "email": "ann@acme.com", "roles": ["admin"], "custom_claims": { "plan": "gold" },
					"description": "Deployment", "expiry": "2026-03-05T00:00:00Z",
					"created_at": "2026-03-04T05:06:07.123456Z" }""".formatted(id,
				secret.substring(secret.length() - 4), this.organizationId, this.userId)));
		assertThat(response.header("Cache-Control")).isEqualTo("no-store");
		Response list = list("");
		assertThat(list.json().at("/tokens/0")).isEqualTo(token);
		assertThat(list.body()).doesNotContain(secret);
		assertThat(this.server.apiTokens().get(secret).toString()).doesNotContain(secret);
	}

	@Test
	void testIssuesAndRevokesToken() {
		String secret = this.server.apiTokens().issue(this.organizationId, this.userId);
		assertThat(validate(secret).json().at("/token_info/user_id").stringValue()).isEqualTo(this.userId);
		this.server.apiTokens().revoke(secret);
		assertThat(validate(secret).status()).isEqualTo(404);
		this.server.apiTokens().revoke(secret);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.server.apiTokens().issue(this.organizationId, "usr_1234567890123456789"));
	}

	@Test
	void tokenOfAnOrganizationHasNoUser() {
		String secret = this.server.apiTokens().add(this.organizationId);
		JsonNode token = validate(secret).json().get("token_info");
		assertThat(token.propertyNames()).doesNotContain("user_id", "email", "expiry", "description");
		assertThat(token.get("roles").isEmpty()).isTrue();
	}

	@Test
	void userOfATokenIsAMember() {
		String stranger = this.server.users().add("bob@acme.com");
		ResponseAssert.assertThat(create("\"user_id\":\"%s\"".formatted(stranger))).isError(400, 3, "INVALID_ARGUMENT");
		ResponseAssert.assertThat(create("\"user_id\":\"usr_1\""))
			.isError(404, 5, "RESOURCE_NOT_FOUND")
			.hasMessage("user not found");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.server.apiTokens().add(this.organizationId, (token) -> token.user(stranger)));
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.apiTokens().add("org_1"))
			.withMessage("organization not found");
	}

	@Test
	void tokenIsNamedByItsSecretOrItsId() {
		String secret = this.server.apiTokens().add(this.organizationId);
		String id = this.server.apiTokens().get(secret).tokenId();
		assertThat(validate(id).body()).isEqualTo(validate(secret).body());
	}

	@Test
	void tokenExpires() {
		String secret = this.server.apiTokens()
			.add(this.organizationId, (token) -> token.expiry(this.clock.instant().plusSeconds(60)));
		assertThat(validate(secret).status()).isEqualTo(200);
		this.clock.advance(Duration.ofMinutes(1));
		ResponseAssert.assertThat(validate(secret)).isError(404, 5, "RESOURCE_NOT_FOUND").hasMessage("token not found");
		ResponseAssert.assertThat(update(secret, "\"description\":\"Late\"")).isError(404, 5, "RESOURCE_NOT_FOUND");
		assertThat(this.server.apiTokens().all(this.organizationId)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void revokedTokenIsInvalid(boolean byId) {
		String secret = this.server.apiTokens().add(this.organizationId);
		String token = byId ? this.server.apiTokens().get(secret).tokenId() : secret;
		for (int i = 0; i < 2; i++) {
			ResponseAssert.assertThat(this.client.post(PATH + ":invalidate", "{\"token\":\"%s\"}".formatted(token)))
				.hasJson(200, "{}");
		}
		ResponseAssert.assertThat(validate(secret)).isError(404, 5, "RESOURCE_NOT_FOUND");
		assertThat(list("").json().get("total_count").intValue()).isZero();
	}

	@Test
	void whatIsNotSentStaysAsItIs() {
		String secret = this.server.apiTokens()
			.add(this.organizationId, (token) -> token.description("Deployment").customClaim("plan", "gold"));
		assertThat(update(secret, "\"custom_claims\":{}").json().at("/token_info/custom_claims/plan").stringValue())
			.isEqualTo("gold");
		update(secret, "\"custom_claims\":{\"stage\":\"test\"}");
		assertThat(this.server.apiTokens().get(secret).customClaims()).isEqualTo(Map.of("stage", "test"));
		assertThat(this.server.apiTokens().get(secret).description()).isEqualTo("Deployment");
		update(secret, "\"description\":\"\"");
		assertThat(this.server.apiTokens().get(secret).description()).isNull();
	}

	@Test
	void tokensOfAnOrganizationOrAUser() {
		this.server.apiTokens().add(this.organizationId, (token) -> token.description("first"));
		this.server.apiTokens().add(this.organizationId, (token) -> token.description("second").user(this.userId));
		this.server.apiTokens().add(this.server.organizations().add("Other"));
		JsonNode page = list("&page_size=1").json();
		assertThat(page.get("tokens").findValuesAsString("description")).containsExactly("first");
		assertThat(page.get("total_count").intValue()).isEqualTo(2);
		assertThat(page.get("next_page_token").stringValue()).isNotEmpty();
		assertThat(list("&user_id=" + this.userId).json().get("tokens").findValuesAsString("description"))
			.containsExactly("second");
		ResponseAssert.assertThat(this.client.get(PATH + "?organization_id=org_1"))
			.isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void tokensGoWithTheirUserAndOrganization() {
		String ofUser = this.server.apiTokens().add(this.organizationId, (token) -> token.user(this.userId));
		String ofOrganization = this.server.apiTokens().add(this.organizationId);
		this.client.delete("/api/v1/users/" + this.userId);
		ResponseAssert.assertThat(validate(ofUser)).isError(404, 5, "RESOURCE_NOT_FOUND");
		assertThat(validate(ofOrganization).status()).isEqualTo(200);
		this.client.delete("/api/v1/organizations/" + this.organizationId);
		ResponseAssert.assertThat(validate(ofOrganization)).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void requestsAreRecordedWithoutSecrets() {
		String secret = this.server.apiTokens().add(this.organizationId);
		validate(secret);
		assertThat(this.server.requests("POST /api/v1/tokens:validate")).singleElement()
			.satisfies((request) -> assertThat(request.body()).isEqualTo("{\"token\":\"***\"}"));
	}

	@Test
	void resetForgetsTokens() {
		String secret = this.server.apiTokens().add(this.organizationId);
		this.server.reset();
		ResponseAssert.assertThat(validate(secret)).isError(404, 5, "RESOURCE_NOT_FOUND");
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.server.apiTokens().get(secret))
			.withMessageNotContaining(secret);
	}

	private Response create(String members) {
		return this.client.post(PATH, "{\"organization_id\":\"%s\",%s}".formatted(this.organizationId, members));
	}

	private Response list(String query) {
		return this.client.get(PATH + "?organization_id=" + this.organizationId + query);
	}

	private Response validate(String token) {
		return this.client.post(PATH + ":validate", "{\"token\":\"%s\"}".formatted(token));
	}

	private Response update(String token, String members) {
		return this.client.post(PATH + ":update", "{\"token\":\"%s\",%s}".formatted(token, members));
	}

}
