package com.scalekit.spring.test.oidc;

import java.util.Map;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;
import com.scalekit.spring.test.oauth2.ParsedToken;
import com.scalekit.spring.test.sessions.StoredSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuthorizationEndpointTests {

	private final ScalekitServer server = ScalekitServer.start();

	private final String acme = this.server.organizations().add("Acme");

	private final String globex = this.server.organizations().add("Globex");

	private final String ann = this.server.users()
		.add("ann@acme.com", (user) -> user.memberOf(this.acme, "admin").memberOf(this.globex, "member"));

	private final String bob = this.server.users().add("bob@acme.com", (user) -> user.memberOf(this.acme));

	private final Browser browser = new Browser(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void pageOffersListedUsersOnly() {
		String eve = this.server.users().add("eve@acme.com", (user) -> user.memberOf(this.acme).unlisted());
		assertThat(this.browser.authorize().body()).contains("ann@acme.com").doesNotContain("eve@acme.com");
		assertThat(Browser.answer(this.browser.choose(eve, this.acme))).containsKey("code");
		assertThat(this.browser.authorize("prompt", "login").body()).contains("eve@acme.com");
	}

	@Test
	void pageDoesNotOfferInactiveMemberships() {
		this.server.users().add("eve@acme.com", (user) -> user.memberOf(this.acme).inactiveIn(this.globex));
		assertThat(this.browser.authorize("organization_id", this.acme).body()).contains("eve@acme.com");
		assertThat(this.browser.authorize("organization_id", this.globex).body()).doesNotContain("eve@acme.com");
	}

	@Test
	void showsPageAtFirst() {
		Response page = this.browser.authorize();
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
		assertThat(page.body()).contains("ann@acme.com", "bob@acme.com");
		assertThat(this.server.sessions().all(this.ann)).isEmpty();
	}

	@Test
	void personSignsInOnPage() {
		Response answer = this.browser.choose(this.ann, this.globex);
		assertThat(Browser.answer(answer)).containsOnlyKeys("code", "state").containsEntry("state", "s&1=ü");
		assertThat(this.server.sessions().all(this.ann)).singleElement()
			.extracting(StoredSession::organizationId, StoredSession::status)
			.containsExactly(this.globex, "active");
		assertThat(this.server.users().get(this.ann).lastLoginTime()).isNotNull();
		assertThat(this.server.authenticationLogs().all()).singleElement()
			.satisfies((log) -> assertThat(log.organizationId()).isEqualTo(this.globex))
			.satisfies((log) -> assertThat(log.status()).isEqualTo("SUCCESS"));
	}

	@Test
	void testSignsInWithoutPage() {
		this.server.users().signIn("Ann@acme.com");
		assertThat(organization(this.browser.authorize())).isEqualTo(this.acme);
		assertThat(organization(new Browser(this.server).authorize("organization_id", this.globex)))
			.isEqualTo(this.globex);
		this.server.users().signIn("ann@acme.com", this.globex);
		assertThat(organization(new Browser(this.server).authorize())).isEqualTo(this.globex);
		assertThat(organization(new Browser(this.server).authorize("organization_id", this.acme))).isEqualTo(this.acme);
		this.server.users().showLoginPage();
		assertThat(new Browser(this.server).authorize().status()).isEqualTo(200);
	}

	@Test
	void testSignsInKnownMembersOnly() {
		assertThatExceptionOfType(NoSuchElementException.class)
			.isThrownBy(() -> this.server.users().signIn("nobody@acme.com"));
		assertThatExceptionOfType(NoSuchElementException.class)
			.isThrownBy(() -> this.server.users().signIn("bob@acme.com", this.globex));
		this.server.users().signIn("bob@acme.com");
		assertError(this.browser.authorize("organization_id", this.globex), "access_denied");
		this.server.users().add("eve@acme.com");
		this.server.users().signIn("eve@acme.com");
		assertError(this.browser.authorize(), "access_denied");
	}

	@Test
	void testLetsLoginFail() {
		this.server.users().failSignIn("access_denied", "<b>no</b>");
		Map<String, String> answer = Browser.answer(this.browser.authorize());
		assertThat(answer).containsEntry("error", "access_denied")
			.containsEntry("error_description", "<b>no</b>")
			.containsEntry("state", "s&1=ü")
			.doesNotContainKey("code");
	}

	@Test
	void resetForgetsLogins() {
		this.server.users().signIn("ann@acme.com");
		this.browser.authorize();
		this.server.reset();
		assertThat(this.browser.authorize().status()).isEqualTo(200);
	}

	@Test
	void nextLoginIsSilent() {
		String first = session(this.browser.choose(this.ann, this.acme));
		assertThat(session(this.browser.authorize())).isEqualTo(first);
		assertThat(session(this.browser.authorize("prompt", "none"))).isEqualTo(first);
		assertThat(this.server.sessions().all(this.ann)).hasSize(1);
		assertThat(new Browser(this.server).authorize().status()).isEqualTo(200);
	}

	@Test
	void loginIsNotSilentIfPersonIsAskedFor() {
		this.browser.choose(this.ann, this.acme);
		assertThat(this.browser.authorize("prompt", "login").status()).isEqualTo(200);
		assertThat(this.browser.authorize("prompt", "create").status()).isEqualTo(200);
		assertThat(this.browser.authorize("prompt", "select_account").status()).isEqualTo(200);
	}

	@Test
	void nobodyIsSignedInWithoutSession() {
		assertError(this.browser.authorize("prompt", "none"), "login_required");
		this.server.users().signIn("ann@acme.com");
		assertError(this.browser.authorize("prompt", "none"), "login_required");
	}

	@Test
	void endedSessionIsNoLogin() {
		this.server.sessions().end(session(this.browser.choose(this.ann, this.acme)));
		assertError(this.browser.authorize("prompt", "none"), "login_required");
		assertThat(this.browser.authorize().status()).isEqualTo(200);
	}

	@Test
	void formerMemberIsAskedAgain() {
		this.browser.choose(this.ann, this.acme);
		TestClient.authorized(this.server)
			.delete("/api/v1/memberships/organizations/%s/users/%s".formatted(this.acme, this.ann));
		assertThat(this.browser.authorize().status()).isEqualTo(200);
	}

	@Test
	void switchesOrganizationOnlyWhenAccountsAreSelected() {
		String session = session(this.browser.choose(this.ann, this.acme));
		assertThat(organization(this.browser.authorize("organization_id", this.globex))).isEqualTo(this.acme);
		Response switched = this.browser.authorize("organization_id", this.globex, "prompt", "select_account");
		assertThat(organization(switched)).isEqualTo(this.globex);
		assertThat(this.server.sessions().all(this.ann)).singleElement()
			.satisfies((current) -> assertThat(current.sessionId()).isEqualTo(session))
			.satisfies((current) -> assertThat(current.organizationId()).isEqualTo(this.globex))
			.satisfies((current) -> assertThat(current.authenticatedOrganizations()).containsExactly(this.acme,
					this.globex));
		assertThat(organization(this.browser.authorize())).isEqualTo(this.globex);
	}

	@Test
	void strangerCannotSwitchOrganization() {
		this.browser.choose(this.bob, this.acme);
		Response page = this.browser.authorize("organization_id", this.globex, "prompt", "select_account");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("ann@acme.com").doesNotContain("bob@acme.com");
	}

	@Test
	void otherPersonSignsInAtSameBrowser() {
		String first = session(this.browser.choose(this.ann, this.acme));
		String second = session(this.browser.choose(this.bob, this.acme, "prompt", "login"));
		assertThat(second).isNotEqualTo(first);
		assertThat(session(this.browser.authorize())).isEqualTo(second);
		this.server.users().signIn("ann@acme.com");
		assertThat(session(this.browser.authorize())).isNotIn(first, second);
	}

	@Test
	void invitationIsAcceptedBySigningIn() {
		String eve = this.server.users().add("eve@acme.com", (user) -> user.invitedTo(this.acme));
		assertThat(this.browser.authorize().body()).contains("invited");
		Browser.answer(this.browser.choose(eve, this.acme));
		assertThat(this.server.users().get(eve).membership(this.acme).orElseThrow().membershipStatus())
			.isEqualTo("ACTIVE");
	}

	@Test
	void selectsOrganizationByConnectionOrDomain() {
		String connection = this.server.connections().add(this.globex, (sso) -> sso.oidc());
		this.server.domains().verify(this.server.domains().add(this.globex, "globex.com"));
		this.server.users().signIn("ann@acme.com");
		assertThat(organization(
				new Browser(this.server).authorize("connection_id", connection, "organization_id", this.acme)))
			.isEqualTo(this.globex);
		assertThat(organization(new Browser(this.server).authorize("domain", "globex.com"))).isEqualTo(this.globex);
		assertThat(organization(new Browser(this.server).authorize("domain_hint", "globex.com")))
			.isEqualTo(this.globex);
		assertThat(organization(new Browser(this.server).authorize("domain", "sub.globex.com"))).isEqualTo(this.acme);
	}

	@Test
	void refusesUnknownOrganizationOrConnection() {
		assertError(this.browser.authorize("organization_id", "org_1"), "invalid_organization_id");
		assertError(this.browser.authorize("connection_id", "conn_1"), "invalid_connection_id");
	}

	@Test
	void personChoosesAmongOffersOnly() {
		assertThat(this.browser.choose(this.bob, this.globex).body())
			.contains("This user is no member of the organization.");
		assertThat(this.browser.choose(this.ann, this.acme, "organization_id", this.globex).body())
			.contains("This user is no member of the organization.");
		assertThat(this.browser.choose("usr_1", this.acme).body())
			.contains("This user is no member of the organization.");
		assertThat(this.server.sessions().all(this.ann)).isEmpty();
	}

	@Test
	void personEntersEmail() {
		Browser.answer(this.browser.submit(Map.of("email", "bob@acme.com")));
		assertThat(this.browser.submit(Map.of("email", "nobody@acme.com")).body())
			.contains("There is no user with this e-mail address.");
		Response several = this.browser.submit(Map.of("email", "ann@acme.com"));
		assertThat(several.body()).contains("Choose an organization.", "Acme", "Globex").doesNotContain("bob@acme.com");
	}

	@Test
	void personCancels() {
		assertError(this.browser.submit(Map.of("cancel", "true")), "access_denied");
	}

	@ParameterizedTest
	@CsvSource({ "client_id,skc_1", "client_id,''", "redirect_uri,''", "redirect_uri,https://evil.example.com/",
			"redirect_uri,//evil.example.com", "redirect_uri,javascript:alert(1)",
			"redirect_uri,http://localhost@evil.example.com/", "redirect_uri,http://localhost.evil.example.com/",
			"redirect_uri,http://localhost:9/?a=b", "redirect_uri,http://localhost:9/#a" })
	void neverRedirectsStrangers(String name, String value) {
		this.server.users().signIn("ann@acme.com");
		Response page = this.browser.authorize(name, value);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
		assertThat(page.header("Location")).isEmpty();
		assertThat(this.server.sessions().all(this.ann)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "response_type,'',invalid_request", "response_type,token,unsupported_response_type",
			"code_challenge_method,plain,invalid_request", "code_challenge_method,'',invalid_request",
			"code_challenge,'',invalid_request", "code_challenge,short,invalid_request",
			"prompt,consent,invalid_request", "prompt,none login,invalid_request", "provider,myspace,invalid_request" })
	void tellsApplicationOfMistakes(String name, String value, String error) {
		this.server.users().signIn("ann@acme.com");
		assertError(this.browser.authorize(name, value), error);
	}

	@ParameterizedTest
	@ValueSource(strings = { "state", "organization_id", "nonce" })
	void refusesRepeatedParameter(String name) {
		this.server.users().signIn("ann@acme.com");
		Response answer = this.browser
			.get("/oauth/authorize?" + Browser.encode(this.browser.loginParameters()) + "&%s=1&%1$s=2".formatted(name));
		assertError(answer, "invalid_request");
	}

	@Test
	void refusesMalformedQuery() {
		assertThat(this.browser.get("/oauth/authorize?client_id=%FF").status()).isEqualTo(400);
	}

	private static void assertError(Response response, String error) {
		assertThat(Browser.answer(response)).containsEntry("error", error)
			.containsKey("error_description")
			.doesNotContainKey("code");
	}

	private String session(Response answer) {
		return accessToken(answer).text("sid");
	}

	private String organization(Response answer) {
		return accessToken(answer).text("oid");
	}

	private ParsedToken accessToken(Response answer) {
		Response tokens = this.browser.exchange(answer);
		assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
		return ParsedToken.parse(tokens.json().get("access_token").stringValue());
	}

}
