package com.scalekit.spring.boot.autoconfigure.security.resource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import com.scalekit.spring.boot.autoconfigure.inbound.Http.Response;
import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.oauth2.BrokenToken;
import com.scalekit.spring.test.oauth2.NewToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who gets in with an access token, by properties alone.
 */
@ParameterizedClass
@EnumSource(Stack.class)
class AccessTokenTests {

	@Parameter
	Stack stack;

	private static ScalekitServer scalekit;

	private static ResourceServer application;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		scalekit = ScalekitServer.start();
		application = ResourceServer.start(stack, scalekit);
		assertThat(scalekit.requests()).isEmpty();
		application.get("/me", user());
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
		scalekit.close();
	}

	@BeforeEach
	void reset() {
		scalekit.reset();
	}

	@Test
	void userOfAnOrganization() {
		Response response = application.get("/me", user());
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("usr_1 of org_1");
		assertThat(application.get("/name", user()).body()).isEqualTo("usr_1");
		assertThat(application.get("/optional", user()).body()).isEqualTo("usr_1");
		assertThat(scalekit.requests()).isEmpty();
	}

	@Test
	void program() {
		assertThat(application.get("/me", scalekit.accessTokens().machine("m2morg_1").claim("oid", "org_1")).body())
			.isEqualTo("a program of org_1");
		assertRefused(scalekit.accessTokens().machine("m2morg_1").audience("other"));
	}

	@Test
	void authorities() {
		assertThat(application.get("/authorities",
				user().role("admin").permission("projects:read", "ROLE_root").scope("read").claim("scope", "openid"))
			.body()).isEqualTo("[\"ROLE_admin\",\"SCOPE_openid\",\"SCOPE_read\",\"projects:read\"]");
	}

	@Test
	void oddAuthorities() {
		assertThat(application
			.get("/authorities", user().claim("roles", "admin").claim("permissions", List.of(7, List.of("a"), "b")))
			.body()).isEqualTo("[\"ROLE_admin\",\"b\"]");
	}

	@Test
	void permission() {
		assertThat(application.get("/projects", user().permission("projects:read")).body())
			.isEqualTo("projects of org_1");
		assertThat(application.get("/projects", user()).status()).isEqualTo(403);
		assertThat(application.get("/projects", user().role("projects:read")).status()).isEqualTo(403);
	}

	@Test
	void organizationThatIsMissing() {
		NewToken token = scalekit.accessTokens().user("usr_1");
		assertThat(application.get("/organization", token).body()).isEqualTo("none");
		assertThat(application.get("/me", token).status()).isEqualTo(403);
	}

	@Test
	void tokensAreNeededAndNoCsrfToken() {
		Response response = application.http().get("/me");
		assertThat(response.status()).isEqualTo(401);
		assertThat(response.head()).contains("www-authenticate: bearer");
		assertThat(application.http()
			.post("/projects", List.of(ResourceServer.bearer(user().sign())), new byte[0])
			.status()).isEqualTo(200);
	}

	@Test
	void tokensAreReadFromOneHeaderOnly() {
		String token = user().sign();
		assertThat(application.http().get("/me?access_token=" + token).status()).isEqualTo(401);
		byte[] form = ("access_token=" + token).getBytes(StandardCharsets.US_ASCII);
		assertThat(application.http()
			.post("/projects", List.of("Content-Type: application/x-www-form-urlencoded"), form)
			.status()).isIn(401, 403);
		String header = ResourceServer.bearer(token);
		assertThat(application.http().get("/me", header, header).status()).isEqualTo(401);
		assertThat(application.http().get("/me", header, "Authorization: Basic YTpi").status()).isEqualTo(401);
		assertThat(application.http().get("/me", "Authorization: Basic YTpi", header).status()).isEqualTo(401);
		assertThat(application.http().get("/me", "authorization: bearer " + token).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "WRONG_SUBJECT", "WRONG_AUTHORIZED_PARTY", "UNKNOWN_KEY", "EMBEDDED_KEY",
			"KEY_SET_URL", "CERTIFICATE_URL" })
	void brokenTokens(BrokenToken mistake) {
		assertRefused(user().broken(mistake));
		assertThat(scalekit.requests()).isEmpty();
	}

	@Test
	void tokensThatAreNoAccessTokens() {
		assertRefused(scalekit.accessTokens().idToken("usr_1"));
		assertRefused(scalekit.accessTokens().idpInitiated("org_1", "conn_1", "ann@acme.com"));
		assertRefused(scalekit.accessTokens().logoutToken("usr_1", "ses_1"));
		assertThat(application.get("/me", "rt_0123456789abcdef").status()).isEqualTo(401);
		assertThat(scalekit.requests()).isEmpty();
	}

	@Test
	void audiences() {
		assertThat(status(user().audience("other", scalekit.clientId()))).isEqualTo(200);
		assertThat(status(user().claim("aud", scalekit.clientId()))).isEqualTo(200);
	}

	@Test
	void clocksMayDifferByAMinute() {
		assertThat(status(user().expiresIn(Duration.ofSeconds(-50)))).isEqualTo(200);
		assertThat(status(user().expiresIn(Duration.ofSeconds(-70)))).isEqualTo(401);
		assertThat(status(user().validIn(Duration.ofSeconds(50)))).isEqualTo(200);
		assertThat(status(user().validIn(Duration.ofSeconds(70)))).isEqualTo(401);
	}

	@Test
	void settings() {
		NewToken program = scalekit.accessTokens().machine("m2morg_1").organization("org_1");
		try (ResourceServer strict = ResourceServer.start(this.stack, scalekit,
				"--scalekit.resource-server.issuers=https://auth.acme.com,https://acme.scalekit.com",
				"--scalekit.resource-server.audiences=https://api.acme.com",
				"--scalekit.resource-server.machine-tokens-without-audience=false")) {
			assertThat(strict.get("/me", user().audience("https://api.acme.com")).status()).isEqualTo(200);
			for (String issuer : List.of("https://auth.acme.com", "https://acme.scalekit.com")) {
				assertThat(strict.get("/me", user().audience("https://api.acme.com").claim("iss", issuer)).status())
					.isEqualTo(200);
			}
			assertThat(strict.get("/me", user().audience("https://api.acme.com").claim("iss", "https://auth.acme.com/"))
				.status()).isEqualTo(401);
			assertThat(strict.get("/me", user()).status()).isEqualTo(401);
			assertThat(strict.get("/me", program).status()).isEqualTo(401);
			assertThat(strict.get("/me",
					scalekit.accessTokens().machine("m2morg_1").organization("org_1").audience("https://api.acme.com"))
				.status()).isEqualTo(200);
		}
	}

	private static void assertRefused(NewToken token) {
		Response response = application.get("/me", token);
		assertThat(response.status()).isEqualTo(401);
		assertThat(response.head()).contains("www-authenticate: bearer error=\"invalid_token\"")
			.doesNotContain("usr_1", "org_1", "evil");
	}

	private static int status(NewToken token) {
		return application.get("/me", token).status();
	}

	private static NewToken user() {
		return scalekit.accessTokens().user("usr_1").organization("org_1");
	}

}
