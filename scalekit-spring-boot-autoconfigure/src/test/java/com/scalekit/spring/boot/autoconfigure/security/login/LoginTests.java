package com.scalekit.spring.boot.autoconfigure.security.login;

import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.MultiValueMap;

import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.boot.autoconfigure.security.login.Browser.Page;
import com.scalekit.spring.test.ReceivedRequest;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.oauth2.BrokenToken;
import com.scalekit.spring.test.oauth2.NewToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signing in and out of an application that has nothing but properties.
 */
@ParameterizedClass
@EnumSource(Stack.class)
class LoginTests {

	private static final String ENTRY = "/oauth2/authorization/scalekit";

	private static ScalekitServer scalekit;

	private static LoginApplication application;

	@Parameter
	Stack stack;

	private String organizationId;

	private String userId;

	private Browser browser;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		scalekit = ScalekitServer.start();
		application = LoginApplication.start(stack, scalekit);
		assertThat(scalekit.requests()).as("requests at start").isEmpty();
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
		scalekit.close();
	}

	@BeforeEach
	void addUser() {
		scalekit.reset();
		this.organizationId = scalekit.organizations().add("Acme");
		scalekit.permissions().add("projects:read");
		scalekit.roles().add("planner", (role) -> role.permissions("projects:read"));
		this.userId = scalekit.users().add("ann@acme.com", (user) -> user.memberOf(this.organizationId, "planner"));
		scalekit.users().signIn("ann@acme.com");
		this.browser = application.browser();
	}

	@Test
	void userReachesThePageFirstAskedFor() {
		Page page = this.browser.open("/me?from=mail");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.uri().getPath()).isEqualTo("/me");
		assertThat(page.uri().getQuery()).startsWith("from=mail");
		assertThat(page.body()).isEqualTo(this.userId + " of " + this.organizationId);
		assertThat(this.browser.get("/name").body()).isEqualTo("ann@acme.com");
	}

	@Test
	void rolesAndPermissionsComeFromTheAccessToken() {
		this.browser.open("/");
		assertThat(this.browser.get("/authorities").body()).contains("\"ROLE_planner\"", "\"projects:read\"",
				"\"SCOPE_openid\"", "\"OIDC_USER\"");
		String sessionId = scalekit.sessions().all(this.userId).get(0).sessionId();
		assertThat(this.browser.get("/claims").body()).isEqualTo("[planner] [projects:read] " + sessionId);
	}

	@Test
	void requestsAreProtected() {
		URI request = this.browser.authorizationRequest("/");
		MultiValueMap<String, String> query = Browser.query(request);
		assertThat(request.toString()).startsWith(scalekit.url() + "/oauth/authorize?");
		assertThat(query.toSingleValueMap()).containsEntry("client_id", scalekit.clientId())
			.containsEntry("response_type", "code")
			.containsEntry("scope", "openid profile email")
			.containsEntry("code_challenge_method", "S256")
			.containsEntry("redirect_uri", "http://localhost:" + application.port() + "/login/oauth2/code/scalekit")
			.containsKeys("state", "nonce", "code_challenge")
			.hasSize(8);
		this.browser.open("/");
		ReceivedRequest token = scalekit.requests("POST /oauth/token").get(0);
		assertThat(token.headers()).doesNotContainKey("Authorization").doesNotContainKey("authorization");
		assertThat(scalekit.requests()).extracting(ReceivedRequest::operation)
			.filteredOn((operation) -> !operation.equals("GET /keys"))
			.containsExactly("GET /oauth/authorize", "POST /oauth/token");
	}

	@Test
	void everythingIsLocked() {
		assertThat(this.browser.get("/me").status()).isEqualTo(302);
		assertThat(application.http().post("/projects", List.of(), new byte[0]).status()).isIn(302, 403);
		this.browser.open("/");
		assertThat(this.browser.post("/projects", "").status()).isEqualTo(403);
	}

	@Test
	void signOutEndsTheSessionAtScalekitToo() {
		this.browser.open("/");
		Page logout = this.browser.signOut();
		assertThat(logout.location()).startsWith(scalekit.url() + "/oidc/logout?");
		assertThat(logout.locationQuery()).containsKey("id_token_hint")
			.containsEntry("post_logout_redirect_uri", List.of("http://localhost:" + application.port()));
		assertThat(this.browser.get("/me").status()).isEqualTo(302);
		this.browser.get(logout.location());
		assertThat(scalekit.sessions().all(this.userId)).hasSize(1).noneMatch((session) -> session.isActive());
	}

	@Test
	void signOutNeedsAToken() {
		this.browser.open("/");
		assertThat(this.browser.post("/logout", "").status()).isEqualTo(403);
		assertThat(this.browser.get("/me").status()).isEqualTo(200);
	}

	@Test
	void secondSignOutStaysHere() {
		this.browser.open("/");
		assertThat(this.browser.signOut().location()).startsWith(scalekit.url() + "/oidc/logout?");
		assertSignedOutHere(this.browser.signOutOnThePage());
	}

	@Test
	void signOutAfterTheSessionHasExpiredStaysHere() {
		this.browser.open("/");
		this.browser.get("/expire");
		assertSignedOutHere(this.browser.signOutOnThePage());
		assertThat(scalekit.sessions().all(this.userId)).allMatch((session) -> session.isActive());
	}

	private void assertSignedOutHere(Page logout) {
		assertThat(logout.status()).isEqualTo(302);
		assertThat(logout.uri().resolve(logout.location()))
			.hasToString("http://localhost:" + application.port() + "/login?logout");
		assertThat(this.browser.get("/me").status()).isEqualTo(302);
	}

	@Test
	void signOutAfterTheSessionAtScalekitHasEndedComesBack() {
		this.browser.open("/");
		scalekit.sessions().end(scalekit.sessions().all(this.userId).get(0).sessionId());
		Page logout = this.browser.signOut();
		assertThat(logout.location()).startsWith(scalekit.url() + "/oidc/logout?");
		assertThat(this.browser.get(logout.location()).location()).isEqualTo("http://localhost:" + application.port());
		assertThat(this.browser.get("/me").status()).isEqualTo(302);
	}

	@Test
	void loginIsRouted() {
		MultiValueMap<String, String> query = Browser.query(this.browser.authorizationRequest(ENTRY
				+ "?organization_id=org_9&connection_id=conn_1&domain=acme.com&login_hint=a%2Bb%40acme.com"
				+ "&provider=google&prompt=select_account&state=mine&nonce=mine&scope=all&redirect_uri=x&evil=1"));
		assertThat(query.toSingleValueMap()).containsEntry("organization_id", "org_9")
			.containsEntry("connection_id", "conn_1")
			.containsEntry("domain", "acme.com")
			.containsEntry("domain_hint", "acme.com")
			.containsEntry("login_hint", "a+b@acme.com")
			.containsEntry("provider", "google")
			.containsEntry("prompt", "select_account")
			.containsEntry("scope", "openid profile email")
			.containsEntry("code_challenge_method", "S256")
			.doesNotContainEntry("state", "mine")
			.doesNotContainEntry("nonce", "mine")
			.doesNotContainKey("evil")
			.hasSize(15);
	}

	@ParameterizedTest
	@ValueSource(strings = { "organization_id=org_1&organization_id=org_2", "organization_id=", "organization_id=%20",
			"organization_id=a%0D%0Ab", "organization_id=%0Da", "organization_id=a%0A", "organization_id=a%00",
			"organization_id=a%C2%85" })
	void whatCannotBeRightIsIgnored(String parameters) {
		assertThat(Browser.query(this.browser.authorizationRequest(ENTRY + "?" + parameters)))
			.doesNotContainKey("organization_id");
	}

	@Test
	void whatIsTooLongIsIgnored() {
		String longest = "a".repeat(256);
		assertThat(Browser.query(this.browser.authorizationRequest(ENTRY + "?organization_id=" + longest))
			.getFirst("organization_id")).isEqualTo(longest);
		assertThat(Browser.query(this.browser.authorizationRequest(ENTRY + "?organization_id=" + longest + "a")))
			.doesNotContainKey("organization_id");
	}

	@Test
	void silentLoginWithoutASessionFails() {
		Page page = this.browser.open(ENTRY + "?prompt=none");
		assertThat(page.path()).isEqualTo("/login?error");
		assertThat(page.visited()).extracting(URI::getPath)
			.containsExactly("/oauth/authorize", "/login/oauth2/code/scalekit", "/login");
		assertThat(Browser.query(page.visited().get(1)).getFirst("error")).isEqualTo("login_required");
		assertThat(scalekit.requests("POST /oauth/token")).isEmpty();
	}

	@Test
	void errorAtTheEntryDoesNotStartALogin() {
		Page page = this.browser
			.open(ENTRY + "?error=access_denied&error_description=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
		assertThat(page.path()).isEqualTo("/login?error");
		assertThat(page.body()).doesNotContain("<script>alert");
		assertThat(scalekit.requests()).isEmpty();
		assertThat(this.browser.open("/me").status()).isEqualTo(200);
	}

	@Test
	void refusedLoginShowsAPage() {
		scalekit.users().failSignIn("access_denied", "<script>alert(1)</script>");
		Page page = this.browser.open("/me");
		assertThat(page.path()).isEqualTo("/login?error");
		assertThat(page.body()).doesNotContain("<script>alert");
		assertThat(scalekit.requests("POST /oauth/token")).isEmpty();
	}

	@Test
	void identityProviderStartsALogin() {
		String token = idpInitiated().sign();
		URI request = this.browser
			.authorizationRequest(ENTRY + "?idp_initiated_login=" + token + "&organization_id=org_other&prompt=login");
		assertThat(Browser.query(request).toSingleValueMap()).containsEntry("organization_id", this.organizationId)
			.containsEntry("connection_id", "conn_1")
			.containsEntry("login_hint", "ann@acme.com")
			.containsEntry("prompt", "login")
			.doesNotContainKey("idp_initiated_login");
	}

	@ParameterizedTest
	@EnumSource(names = { "UNSIGNED", "HS256", "ES256", "FOREIGN_KEY", "EMBEDDED_KEY", "UNKNOWN_KEY", "WRONG_ISSUER",
			"NO_ISSUER", "EXPIRED", "NO_EXPIRY", "WRONG_TYPE" })
	void ordinaryLoginFollowsARefusedToken(BrokenToken mistake) {
		URI request = this.browser
			.authorizationRequest(ENTRY + "?idp_initiated_login=" + idpInitiated().broken(mistake).sign());
		assertThat(Browser.query(request)).doesNotContainKeys("organization_id", "connection_id", "login_hint");
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage", "a.b.c", "" })
	void ordinaryLoginFollowsGarbage(String token) {
		assertThat(this.browser.open(ENTRY + "?idp_initiated_login=" + token).body()).isEqualTo("home");
	}

	@Test
	void relayStateIsThePageToGoTo() {
		String token = idpInitiated().claim("relay_state", "/search?q=a%20b&n=1").withoutClaim("connection_id").sign();
		Page page = this.browser.open(ENTRY + "?idp_initiated_login=" + token);
		assertThat(page.body()).isEqualTo("found");
		assertThat(page.uri().getRawQuery()).startsWith("q=a%20b&n=1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example.com", "//evil.example.com", "/\\evil.example.com", "search",
			"/a/..//evil.example.com", "/search\r\nX: y", "/%zz", "javascript:alert(1)" })
	void relayStateNeverLeavesTheApplication(String relayState) {
		String token = idpInitiated().claim("relay_state", relayState).withoutClaim("connection_id").sign();
		Page page = this.browser.open(ENTRY + "?idp_initiated_login=" + token);
		assertThat(page.body()).isEqualTo("home");
		assertThat(page.uri()).hasPort(application.port()).hasPath("/");
	}

	private NewToken idpInitiated() {
		return scalekit.accessTokens().idpInitiated(this.organizationId, "conn_1", "ann@acme.com");
	}

}
