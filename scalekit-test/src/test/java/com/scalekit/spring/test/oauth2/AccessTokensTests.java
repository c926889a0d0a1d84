package com.scalekit.spring.test.oauth2;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.organizations.NewOrganization;

import static org.assertj.core.api.Assertions.assertThat;

class AccessTokensTests {

	private static final long NOW = MutableClock.START.getEpochSecond();

	private final ScalekitServer server = ScalekitServer.builder().clock(new MutableClock()).start();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void signsAccessTokenOfUser() {
		ParsedToken token = sign(this.server.accessTokens().user("usr_1").organization("org_1").session("ses_1"));
		assertThat(token.header()).isEqualTo(TestClient.json("""
				{"alg": "RS256", "kid": "%s", "typ": "JWT"}
				""".formatted(this.server.keys().currentId())));
		assertThat(token.text("jti")).matches("tkn_\\d{18}");
		assertThat(token.claims()).isEqualTo(TestClient.json("""
				{"iss": "%s", "aud": ["%s"], "sub": "usr_1", "oid": "org_1", "sid": "ses_1", "client_id": "%2$s",
				 "jti": "%s", "iat": %d, "nbf": %4$d, "exp": %d}
				""".formatted(this.server.url(), this.server.clientId(), token.text("jti"), NOW, NOW + 300)));
		assertThat(token.isSignedBy(keySet())).isTrue();
	}

	@Test
	void eachTokenHasItsOwnIdAndSession() {
		ParsedToken first = sign(this.server.accessTokens().user("usr_1"));
		ParsedToken second = sign(this.server.accessTokens().user("usr_1"));
		assertThat(first.text("jti")).isNotEqualTo(second.text("jti"));
		assertThat(first.text("sid")).matches("ses_\\d{18}").isNotEqualTo(second.text("sid"));
		assertThat(first.claims().has("oid")).isFalse();
	}

	@Test
	void takesRolesAndExternalIdsOfMember() {
		String organizationId = this.server.organizations().add(NewOrganization.named("Acme").externalId("t-1"));
		this.server.roles().add("editor", (role) -> role.permissions("projects:write").extending("member"));
		String userId = this.server.users()
			.add("ann@acme.com", (user) -> user.externalId("u-1").memberOf(organizationId, "editor"));
		ParsedToken token = sign(this.server.accessTokens().user(userId).organization(organizationId));
		assertThat(token.claims().get("roles")).isEqualTo(TestClient.json("[\"editor\"]"));
		assertThat(token.claims().get("permissions")).isEqualTo(TestClient.json("[\"projects:write\"]"));
		assertThat(token.text("xoid")).isEqualTo("t-1");
		assertThat(token.text("xuid")).isEqualTo("u-1");
	}

	@Test
	void takesNoRolesOfOtherOrganization() {
		String acme = this.server.organizations().add("Acme");
		String userId = this.server.users().add("ann@acme.com", (user) -> user.memberOf(acme, "admin"));
		ParsedToken token = sign(
				this.server.accessTokens().user(userId).organization(this.server.organizations().add("Other")));
		assertThat(token.claims().has("roles")).isFalse();
		assertThat(token.claims().has("xoid")).isFalse();
		assertThat(token.claims().has("xuid")).isFalse();
	}

	@Test
	void testSetsRolesOfItsOwn() {
		String acme = this.server.organizations().add("Acme");
		String userId = this.server.users().add("ann@acme.com", (user) -> user.memberOf(acme, "admin"));
		ParsedToken token = sign(this.server.accessTokens()
			.user(userId)
			.organization(acme)
			.role("auditor")
			.role("owner")
			.permission("projects:read", "projects:write"));
		assertThat(token.claims().get("roles")).isEqualTo(TestClient.json("[\"auditor\", \"owner\"]"));
		assertThat(token.claims().get("permissions"))
			.isEqualTo(TestClient.json("[\"projects:read\", \"projects:write\"]"));
	}

	@Test
	void testSetsAnyClaim() {
		ParsedToken token = sign(this.server.accessTokens()
			.user("usr_1")
			.audience("https://api.example.com", "other")
			.claim("roles", "admin")
			.claim("permissions", null)
			.claim("custom_claims", Map.of("plan", "gold"))
			.withoutClaim("sid")
			.header("typ", "at+jwt"));
		assertThat(token.claims().get("aud")).isEqualTo(TestClient.json("[\"https://api.example.com\", \"other\"]"));
		assertThat(token.text("roles")).isEqualTo("admin");
		assertThat(token.claims().get("permissions").isNull()).isTrue();
		assertThat(token.claims().at("/custom_claims/plan").stringValue()).isEqualTo("gold");
		assertThat(token.claims().has("sid")).isFalse();
		assertThat(token.header().get("typ").stringValue()).isEqualTo("at+jwt");
	}

	@Test
	void headerCanBeLeftOut() {
		assertThat(sign(this.server.accessTokens().user("usr_1").header("typ", null)).header().has("typ")).isFalse();
	}

	@Test
	void expiresWhenTold() {
		ParsedToken expired = sign(this.server.accessTokens().user("usr_1").expiresIn(Duration.ofSeconds(-61)));
		assertThat(expired.time("exp")).isEqualTo(NOW - 61);
		assertThat(expired.time("iat")).isEqualTo(NOW - 361);
		assertThat(expired.time("nbf")).isEqualTo(NOW - 361);
		ParsedToken early = sign(this.server.accessTokens().user("usr_1").validIn(Duration.ofSeconds(59)));
		assertThat(early.time("nbf")).isEqualTo(NOW + 59);
		assertThat(early.time("iat")).isEqualTo(NOW);
	}

	@Test
	void signsAccessTokenOfMachine() {
		ParsedToken token = sign(this.server.accessTokens().machine("m2morg_1").organization("org_1").scope("deploy"));
		assertThat(token.claims()).isEqualTo(TestClient.json("""
				{"iss": "%s", "sub": "m2morg_1", "client_id": "m2morg_1", "oid": "org_1", "scopes": ["deploy"],
				 "jti": "%s", "iat": %d, "nbf": %3$d, "exp": %d}
				""".formatted(this.server.url(), token.text("jti"), NOW, NOW + 300)));
		assertThat(token.isSignedBy(keySet())).isTrue();
	}

	@Test
	void takesWhatIsKnownOfMachine() {
		String acme = this.server.organizations().add("Acme");
		String clientId = TestClient.authorized(this.server)
			.post("/api/v1/organizations/%s/clients".formatted(acme), """
					{"name": "Deployment", "scopes": ["deploy"], "audience": ["api"],
					 "custom_claims": [{"key": "team", "value": "blue"}]}
					""")
			.json()
			.at("/client/client_id")
			.stringValue();
		JsonNode claims = sign(this.server.accessTokens().machine(clientId)).claims();
		assertThat(claims.get("oid").stringValue()).isEqualTo(acme);
		assertThat(claims.get("scopes")).isEqualTo(TestClient.json("[\"deploy\"]"));
		assertThat(claims.get("aud")).isEqualTo(TestClient.json("[\"api\"]"));
		assertThat(claims.get("custom_claims")).isEqualTo(TestClient.json("{\"team\": \"blue\"}"));
	}

	@Test
	void signsIdToken() {
		String userId = this.server.users().add("ann@acme.com", (user) -> user.name("Ann", "Doe"));
		ParsedToken token = sign(this.server.accessTokens()
			.idToken(userId)
			.organization("org_1")
			.session("ses_1")
			.claim("nonce", "n-1")
			.issuedWith("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y",
					"Qcb0Orv1zh30vL1MPRsbm-diHiMwcLyZvn1arpZv-Jxf_11jnpEX3Tgfvk"));
		assertThat(token.claims()).isEqualTo(TestClient.json("""
				{"iss": "%s", "aud": ["%s"], "sub": "%s", "azp": "%2$s", "client_id": "%2$s", "amr": ["pwd"],
				 "oid": "org_1", "sid": "ses_1", "nonce": "n-1", "at_hash": "77QmUPtjPfzWtF2AnpK9RQ",
				 "c_hash": "LDktKdoQak3Pk0cnXxCltA", "email": "ann@acme.com", "email_verified": false,
				 "name": "Ann Doe", "given_name": "Ann", "family_name": "Doe", "iat": %d, "exp": %d}
				""".formatted(this.server.url(), this.server.clientId(), userId, NOW, NOW + 300)));
		assertThat(token.isSignedBy(keySet())).isTrue();
	}

	@Test
	void signsLogoutToken() {
		ParsedToken token = sign(this.server.accessTokens().logoutToken("usr_1", "ses_1"));
		assertThat(token.header().get("typ").stringValue()).isEqualTo("logout+jwt");
		assertThat(token.claims()).isEqualTo(TestClient.json("""
				{"iss": "%s", "aud": ["%s"], "sub": "usr_1", "sid": "ses_1", "jti": "%s", "iat": %d, "exp": %d,
				 "events": {"http://schemas.openid.net/event/backchannel-logout": {}}}
				""".formatted(this.server.url(), this.server.clientId(), token.text("jti"), NOW, NOW + 300)));
	}

	@Test
	void signsTokenOfLoginAtIdentityProvider() {
		ParsedToken token = sign(this.server.accessTokens()
			.idpInitiated("org_1", "conn_1", "ann@acme.com")
			.claim("relay_state", "/projects"));
		assertThat(token.claims()).isEqualTo(TestClient.json("""
				{"iss": "%s", "organization_id": "org_1", "connection_id": "conn_1", "login_hint": "ann@acme.com",
				 "relay_state": "/projects", "iat": %d, "nbf": %2$d, "exp": %d}
				""".formatted(this.server.url(), NOW, NOW + 300)));
		assertThat(token.isSignedBy(keySet())).isTrue();
	}

	@Test
	void claimsOfManyRolesAreWritten() {
		List<String> roles = IntStream.range(0, 1000).mapToObj("role_%d"::formatted).toList();
		assertThat(sign(this.server.accessTokens().user("usr_1").claim("roles", roles)).claims().get("roles").size())
			.isEqualTo(1000);
	}

	private JsonNode keySet() {
		return TestClient.withoutToken(this.server).unchecked().get("/keys").json();
	}

	private static ParsedToken sign(NewToken token) {
		return ParsedToken.parse(token.sign());
	}

}
