package com.scalekit.spring.test.oidc;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;
import com.scalekit.spring.test.oauth2.ParsedToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class UserTokensTests {

	private static final long NOW = MutableClock.START.getEpochSecond();

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final String acme = this.server.organizations().add("Acme", "t-1");

	private final String ann = this.server.users()
		.add("ann@acme.com", (user) -> user.name("Ann", "Doe").externalId("u-1").memberOf(this.acme, "admin"));

	private final Browser browser = new Browser(this.server);

	@BeforeEach
	void signIn() {
		this.server.users().signIn("ann@acme.com");
	}

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void exchangesCode() {
		Response answer = this.browser.authorize();
		Response response = this.browser.exchange(answer);
		assertThat(response.status()).as(response.body()).isEqualTo(200);
		assertThat(response.header("Cache-Control")).isEqualTo("no-store");
		JsonNode body = response.json();
		assertThat(body.propertyNames()).containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "scope",
				"id_token", "refresh_token");
		assertThat(body.get("token_type").stringValue()).isEqualTo("Bearer");
		assertThat(body.get("expires_in").intValue()).isEqualTo(300);
		assertThat(body.get("scope").stringValue()).isEqualTo("openid profile email offline_access");
		String session = this.server.sessions().all(this.ann).get(0).sessionId();
		ParsedToken accessToken = ParsedToken.parse(body.get("access_token").stringValue());
		assertThat(accessToken.isSignedBy(keySet())).isTrue();
		assertThat(accessToken.claims()).isEqualTo(TestClient.json("""
				{"iss": "%s", "aud": ["%s"], "sub": "%s", "client_id": "%2$s", "oid": "%s", "sid": "%s", "jti": "%s",
				 "iat": %d, "nbf": %7$d, "exp": %d, "roles": ["admin"], "permissions": [], "xoid": "t-1", "xuid": "u-1"}
				""".formatted(this.server.url(), this.server.clientId(), this.ann, this.acme, session,
				accessToken.text("jti"), NOW, NOW + 300)));
		ParsedToken idToken = ParsedToken.parse(body.get("id_token").stringValue());
		assertThat(idToken.isSignedBy(keySet())).isTrue();
		assertThat(idToken.claims()).isEqualTo(TestClient.json("""
				{"iss": "%s", "aud": ["%s"], "sub": "%s", "client_id": "%2$s", "azp": "%2$s", "oid": "%s", "sid": "%s",
				 "amr": ["pwd"], "nonce": "n-1", "at_hash": "%s", "c_hash": "%s", "iat": %d, "exp": %d,
				 "email": "ann@acme.com", "email_verified": false, "name": "Ann Doe", "given_name": "Ann",
				 "family_name": "Doe"}
				""".formatted(this.server.url(), this.server.clientId(), this.ann, this.acme, session,
				hash(body.get("access_token").stringValue()), hash(Browser.answer(answer).get("code")), NOW,
				NOW + 300)));
	}

	private static String hash(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void givesWhatScopeAllows() {
		JsonNode tokens = this.browser.exchange(this.browser.authorize("scope", "openid custom", "nonce", "")).json();
		assertThat(tokens.propertyNames()).containsExactlyInAnyOrder("access_token", "token_type", "expires_in",
				"scope", "id_token");
		assertThat(tokens.get("scope").stringValue()).isEqualTo("openid");
		assertThat(ParsedToken.parse(tokens.get("id_token").stringValue()).claims().propertyNames())
			.doesNotContain("email", "email_verified", "name", "given_name", "family_name", "nonce");
		assertThat(this.browser.exchange(new Browser(this.server).authorize("scope", "profile")).json().has("id_token"))
			.isFalse();
	}

	@Test
	void tellsConnection() {
		String connection = this.server.connections().add(this.acme, (sso) -> sso.oidc());
		JsonNode tokens = this.browser.exchange(this.browser.authorize("connection_id", connection)).json();
		assertThat(ParsedToken.parse(tokens.get("id_token").stringValue()).claims().get("amr"))
			.isEqualTo(TestClient.json("[\"%s\"]".formatted(connection)));
	}

	@Test
	void codeWorksOnce() {
		Response answer = this.browser.authorize();
		String refreshToken = this.browser.exchange(answer).json().get("refresh_token").stringValue();
		assertError(this.browser.exchange(answer), "invalid_grant");
		assertError(this.browser.refresh(refreshToken), "invalid_grant");
	}

	@Test
	void codeExpires() {
		Response answer = this.browser.authorize();
		this.clock.advance(Duration.ofMinutes(10).minusMillis(1));
		assertThat(this.browser.exchange(answer).status()).isEqualTo(200);
		Response late = this.browser.authorize();
		this.clock.advance(Duration.ofMinutes(10));
		assertError(this.browser.exchange(late), "invalid_grant");
	}

	@ParameterizedTest
	@CsvSource({ "code,forged,invalid_grant", "code,'',invalid_request", "redirect_uri,'',invalid_request",
			"redirect_uri,http://localhost:9/other,invalid_grant", "code_verifier,'',invalid_grant",
			"code_verifier,short,invalid_grant",
			"code_verifier,aBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk,invalid_grant" })
	void refusesWrongExchange(String name, String value, String error) {
		assertError(this.browser.exchange(this.browser.authorize(), name, value), error);
	}

	@Test
	void failedExchangeUsesCodeUp() {
		Response answer = this.browser.authorize();
		assertError(this.browser.exchange(answer, "code_verifier", ""), "invalid_grant");
		assertError(this.browser.exchange(answer), "invalid_grant");
	}

	@Test
	void proofOfPossessionIsOptional() {
		Response answer = this.browser.authorize("code_challenge", "", "code_challenge_method", "");
		assertThat(this.browser.exchange(answer, "code_verifier", "").status()).isEqualTo(200);
		assertError(this.browser.exchange(this.browser.authorize("code_challenge", "", "code_challenge_method", "")),
				"invalid_grant");
	}

	@Test
	void wrongSecretLeavesCodeAsItIs() {
		Response answer = this.browser.authorize();
		Response refused = this.browser.exchange(answer, "client_secret", "guessed");
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.json().get("error").stringValue()).isEqualTo("invalid_client");
		assertThat(this.browser.exchange(answer).status()).isEqualTo(200);
	}

	@Test
	void refreshes() {
		JsonNode first = this.browser.exchange(this.browser.authorize()).json();
		this.clock.advance(Duration.ofMinutes(5));
		Response response = this.browser.refresh(first.get("refresh_token").stringValue());
		assertThat(response.status()).as(response.body()).isEqualTo(200);
		JsonNode second = response.json();
		assertThat(second.propertyNames()).containsExactlyInAnyOrder("access_token", "token_type", "expires_in",
				"scope", "refresh_token");
		assertThat(second.get("refresh_token")).isNotEqualTo(first.get("refresh_token"));
		ParsedToken before = ParsedToken.parse(first.get("access_token").stringValue());
		ParsedToken after = ParsedToken.parse(second.get("access_token").stringValue());
		assertThat(after.text("sid")).isEqualTo(before.text("sid"));
		assertThat(after.text("jti")).isNotEqualTo(before.text("jti"));
		assertThat(after.time("exp")).isEqualTo(NOW + 600);
	}

	@Test
	void refusesReplayedRefreshToken() {
		String first = this.browser.exchange(this.browser.authorize()).json().get("refresh_token").stringValue();
		String second = this.browser.refresh(first).json().get("refresh_token").stringValue();
		assertError(this.browser.refresh(first), "invalid_grant");
		assertThat(this.browser.refresh(second).status()).isEqualTo(200);
		assertError(this.browser.refresh(""), "invalid_request");
	}

	@Test
	void refreshKeepsSessionAlive() {
		String token = this.browser.exchange(this.browser.authorize()).json().get("refresh_token").stringValue();
		this.clock.advance(Duration.ofHours(23));
		token = this.browser.refresh(token).json().get("refresh_token").stringValue();
		this.clock.advance(Duration.ofHours(23));
		token = this.browser.refresh(token).json().get("refresh_token").stringValue();
		this.clock.advance(Duration.ofHours(24));
		assertError(this.browser.refresh(token), "invalid_grant");
	}

	@Test
	void roleOfApiIsInNextToken() {
		this.server.roles().add("editor", (role) -> role.permissions("projects:write"));
		String token = this.browser.exchange(this.browser.authorize()).json().get("refresh_token").stringValue();
		assertThat(TestClient.authorized(this.server)
			.patch("/api/v1/memberships/organizations/%s/users/%s".formatted(this.acme, this.ann), """
					{"roles": [{"name": "editor"}]}
					""")
			.status()).isEqualTo(200);
		ParsedToken next = ParsedToken.parse(this.browser.refresh(token).json().get("access_token").stringValue());
		assertThat(next.claims().get("roles")).isEqualTo(TestClient.json("[\"editor\"]"));
		assertThat(next.claims().get("permissions")).isEqualTo(TestClient.json("[\"projects:write\"]"));
	}

	@Test
	void roleOfTestIsInNextToken() {
		String token = this.browser.exchange(this.browser.authorize()).json().get("refresh_token").stringValue();
		this.server.users().setRoles(this.ann, this.acme, "member", "admin");
		ParsedToken next = ParsedToken.parse(this.browser.refresh(token).json().get("access_token").stringValue());
		assertThat(next.claims().get("roles")).isEqualTo(TestClient.json("[\"member\", \"admin\"]"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.server.users().setRoles(this.ann, this.acme, "unknown"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.users().setRoles(this.ann, "org_1", "admin"));
	}

	@Test
	void revokedSessionEndsRefreshAndCode() {
		Response pending = this.browser.authorize();
		String token = this.browser.exchange(this.browser.authorize()).json().get("refresh_token").stringValue();
		String session = this.server.sessions().all(this.ann).get(0).sessionId();
		TestClient api = TestClient.authorized(this.server);
		assertThat(api.get("/api/v1/sessions/" + session).json().get("status").stringValue()).isEqualTo("active");
		assertThat(api.post("/api/v1/sessions/%s/revoke".formatted(session), "{}").status()).isEqualTo(200);
		assertError(this.browser.refresh(token), "invalid_grant");
		assertError(this.browser.exchange(pending), "invalid_grant");
	}

	@Test
	void deletedUserOrFormerMemberGetsNoToken() {
		String globex = this.server.organizations().add("Globex");
		String eve = this.server.users().add("eve@acme.com", (user) -> user.memberOf(this.acme).memberOf(globex));
		String ofAnn = this.browser.exchange(this.browser.authorize()).json().get("refresh_token").stringValue();
		this.server.users().signIn("eve@acme.com");
		String ofEve = this.browser.exchange(this.browser.authorize()).json().get("refresh_token").stringValue();
		TestClient api = TestClient.authorized(this.server);
		api.delete("/api/v1/users/" + this.ann);
		api.delete("/api/v1/memberships/organizations/%s/users/%s".formatted(this.acme, eve));
		assertError(this.browser.refresh(ofAnn), "invalid_grant");
		assertError(this.browser.refresh(ofEve), "invalid_grant");
	}

	@Test
	void lifetimeIsSet() {
		this.server.accessTokens().lifetime(Duration.ofSeconds(7));
		JsonNode tokens = this.browser.exchange(this.browser.authorize()).json();
		assertThat(tokens.get("expires_in").intValue()).isEqualTo(7);
		assertThat(ParsedToken.parse(tokens.get("access_token").stringValue()).time("exp")).isEqualTo(NOW + 7);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.server.accessTokens().lifetime(Duration.ofSeconds(-1)));
		this.server.reset();
		assertThat(this.server.accessTokens().lifetime()).isEqualTo(Duration.ofMinutes(5));
	}

	@Test
	void narrowsScopeOfRefresh() {
		String token = this.browser.exchange(this.browser.authorize()).json().get("refresh_token").stringValue();
		assertError(this.browser.token(Map.of("grant_type", "refresh_token", "refresh_token", token, "scope", "phone")),
				"invalid_scope");
		assertThat(this.browser
			.token(Map.of("grant_type", "refresh_token", "refresh_token", token, "scope", "openid email"))
			.json()
			.get("scope")
			.stringValue()).isEqualTo("openid email");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void clientAuthenticatesInHeader(boolean right) throws Exception {
		String code = Browser.answer(this.browser.authorize()).get("code");
		String credentials = this.server.clientId() + ":" + ((right) ? this.server.clientSecret() : "guessed");
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(this.server.url() + "/oauth/token"))
				.header("Authorization",
						"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(Browser.encode(Map.of("grant_type", "authorization_code", "code", code,
						"redirect_uri", Browser.CALLBACK, "code_verifier", Browser.VERIFIER))))
				.build(), BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo((right) ? 200 : 401);
		assertThat(response.headers().firstValue("WWW-Authenticate").isPresent()).isEqualTo(!right);
	}

	private static void assertError(Response response, String error) {
		assertThat(response.status()).as(response.body()).isEqualTo(400);
		assertThat(response.json().get("error").stringValue()).isEqualTo(error);
	}

	private JsonNode keySet() {
		return TestClient.withoutToken(this.server).unchecked().get("/keys").json();
	}

}
