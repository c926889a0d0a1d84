package com.scalekit.spring.test.oidc;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OpenIdProviderTests {

	private final ScalekitServer server = ScalekitServer.start();

	private final Browser browser = new Browser(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server" })
	void describesItself(String path) {
		assertThat(this.browser.get(path).json()).isEqualTo(TestClient.json("""
				{
					"issuer": "%1$s",
					"authorization_endpoint": "%1$s/oauth/authorize",
					"token_endpoint": "%1$s/oauth/token",
					"userinfo_endpoint": "%1$s/userinfo",
					"jwks_uri": "%1$s/keys",
					"end_session_endpoint": "%1$s/oidc/logout",
					"scopes_supported": ["openid", "profile", "email", "address", "phone", "offline_access"],
					"response_types_supported": ["code"],
					"response_modes_supported": ["query"],
					"grant_types_supported": ["authorization_code", "refresh_token", "client_credentials"],
					"prompt_values_supported": ["none", "login", "select_account", "create"],
					"subject_types_supported": ["public"],
					"id_token_signing_alg_values_supported": ["RS256"],
					"token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
					"code_challenge_methods_supported": ["S256"]
				}
				""".formatted(this.server.url())));
	}

	@Test
	void hasFaultsOfOtherOperations() {
		this.server.next("GET /oauth/authorize").respondsWith(ScriptedResponse.internalServerError());
		assertThat(this.browser.authorize().status()).isEqualTo(500);
		assertThat(this.browser.authorize().status()).isEqualTo(200);
		assertThat(this.server.requests("GET /oauth/authorize")).hasSize(2);
		assertThat(this.server.requests().toString()).doesNotContain("s&1", "n-1");
	}

	@Test
	void pageNeedsNothingElse() {
		String acme = this.server.organizations().add("Acme & <Sons>");
		this.server.users().add("ann@acme.com", (user) -> user.name("<b>Ann</b>", "\"Doe\"").memberOf(acme, "admin"));
		this.server.users().add("bob@acme.com");
		Response page = this.browser.authorize("login_hint", "\"><script>alert(1)</script>", "organization_id", "",
				"domain", "acme.com", "prompt", "login");
		assertThat(page.header("Content-Security-Policy"))
			.isEqualTo("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(page.body())
			.contains("Acme &amp; &lt;Sons&gt;", "&lt;b&gt;Ann&lt;/b&gt; &quot;Doe&quot;", "&quot;&gt;&lt;script&gt;",
					"no member of an organization", "<small>admin</small>",
					"<th scope=\"row\">domain</th><td>acme.com</td>", "<th scope=\"row\">prompt</th><td>login</td>")
			.doesNotContain("<script", "<b>", "<img", "<link", "src=");
	}

	/**
	 * The enter key submits with the first button of a form.
	 */
	@Test
	void enterKeySubmitsEmail() {
		String acme = this.server.organizations().add("Acme");
		this.server.users().add("ann@acme.com", (user) -> user.memberOf(acme));
		String page = this.browser.authorize().body();
		String form = page.substring(page.lastIndexOf("<form"), page.lastIndexOf("</form>"));
		assertThat(form).contains("name=\"email\"", "<button class=\"main\">Continue</button>")
			.doesNotContain("name=\"choice\"");
		assertThat(form.indexOf("Continue")).isLessThan(form.indexOf("Cancel"));
	}

	@Test
	void pageShowsSomeOfManyUsers() {
		this.server.users().addMany(60, this.server.organizations().add("Acme"));
		String page = this.browser.authorize("login_hint", "user-60@example.com").body();
		assertThat(page.split("<li ")).hasSize(51);
		assertThat(page).contains("There are 10 more users", "<strong>user-60@example.com</strong>");
	}

	@Test
	void registersUris() {
		String uri = "https://app.example.com/login";
		assertThat(this.browser.authorize("redirect_uri", uri).status()).isEqualTo(400);
		this.server.redirects().allow(uri);
		assertThat(this.browser.authorize("redirect_uri", uri).status()).isEqualTo(200);
		assertThat(this.browser.authorize("redirect_uri", uri + "/").status()).isEqualTo(400);
		this.server.redirects().requireRegistration();
		assertThat(this.browser.authorize().status()).isEqualTo(400);
		this.server.reset();
		assertThat(this.browser.authorize().status()).isEqualTo(200);
		assertThat(this.browser.authorize("redirect_uri", uri).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost/", "http://127.0.0.1:8080/a", "http://[::1]:8080/", "https://LOCALHOST/",
			"http://app.localhost:8080/" })
	void allowsThisMachine(String uri) {
		assertThat(this.browser.authorize("redirect_uri", uri).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/login", "ftp://example.com/", "https://example.com/?a=b", "https://example.com/#a",
			"https://user@example.com/", "https://exa mple.com/", "https:///login" })
	void refusesToRegisterWrongUri(String uri) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.redirects().allow(uri));
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.redirects().allowAfterLogout(uri));
	}

}
