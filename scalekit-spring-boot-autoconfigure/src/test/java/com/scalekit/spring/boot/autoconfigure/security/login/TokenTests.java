package com.scalekit.spring.boot.autoconfigure.security.login;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.boot.autoconfigure.security.login.Browser.Page;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;
import com.scalekit.spring.test.oauth2.BrokenToken;
import com.scalekit.spring.test.oauth2.NewToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tokens of a login: wrong ones, and how they are refreshed.
 */
@ParameterizedClass
@EnumSource(Stack.class)
@ExtendWith(OutputCaptureExtension.class)
class TokenTests {

	private static final String CALLBACK = "/login/oauth2/code/scalekit";

	private static ScalekitServer scalekit;

	private static LoginApplication application;

	@Parameter
	Stack stack;

	private String userId;

	private Browser browser;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		scalekit = ScalekitServer.start();
		application = LoginApplication.start(stack, scalekit,
				"--scalekit.login.scope=openid,profile,email,offline_access");
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
		scalekit.close();
	}

	@BeforeEach
	void addUser() {
		scalekit.reset();
		String organizationId = scalekit.organizations().add("Acme");
		this.userId = scalekit.users().add("ann@acme.com", (user) -> user.memberOf(organizationId));
		scalekit.users().signIn("ann@acme.com");
		scalekit.accessTokens().lifetime(Duration.ofMinutes(5));
		this.browser = application.browser();
	}

	@ParameterizedTest
	@EnumSource(names = { "UNSIGNED", "HS256", "ES256", "FOREIGN_KEY", "EMBEDDED_KEY", "WRONG_ISSUER", "NO_ISSUER",
			"WRONG_AUDIENCE", "NO_AUDIENCE", "EMPTY_AUDIENCE", "NO_SUBJECT", "WRONG_SUBJECT", "WRONG_AUTHORIZED_PARTY",
			"WRONG_NONCE", "EXPIRED", "NO_EXPIRY", "WRONG_TYPE" })
	void loginFailsWithAWrongIdToken(BrokenToken mistake) {
		assertThat(signIn((idToken) -> idToken.broken(mistake), accessToken().sign())).isEqualTo("/login?error");
		assertThat(this.browser.get("/me").status()).isEqualTo(302);
	}

	@Test
	void loginSucceedsWithTheRightOnes() {
		assertThat(signIn((idToken) -> idToken, accessToken().sign())).isEqualTo("/");
	}

	@Test
	void accessTokenThatIsNotAJwtGivesNoRoles(CapturedOutput output) {
		assertThat(signIn((idToken) -> idToken, "opaque-token")).isEqualTo("/");
		assertThat(this.browser.get("/authorities").body()).contains("OIDC_USER").doesNotContain("ROLE_");
		assertThat(output).contains("A user signs in without roles and permissions").doesNotContain("opaque-token");
	}

	@ParameterizedTest
	@EnumSource(names = { "FOREIGN_KEY", "WRONG_ISSUER", "EXPIRED", "WRONG_TYPE" })
	void accessTokenThatCannotBeVerifiedGivesNoRoles(BrokenToken mistake) {
		assertThat(signIn((idToken) -> idToken, accessToken().role("admin").broken(mistake).sign())).isEqualTo("/");
		assertThat(this.browser.get("/authorities").body()).contains("OIDC_USER").doesNotContain("ROLE_");
	}

	@Test
	void accessTokenOfSomebodyElseEndsTheLogin() {
		assertThat(signIn((idToken) -> idToken, scalekit.accessTokens().user("usr_000000000000000000").sign()))
			.isEqualTo("/login?error");
	}

	@Test
	void accessTokenMayBeForAnApi() {
		assertThat(signIn((idToken) -> idToken, accessToken().audience("https://api.example.com").role("admin").sign()))
			.isEqualTo("/");
		assertThat(this.browser.get("/authorities").body()).contains("ROLE_admin");
	}

	@Test
	void callbackWithAnotherState() {
		this.browser.authorizationRequest("/");
		for (String query : List.of("?code=a&state=b", "?code=a", "?state=b", "?error=access_denied&state=b", "")) {
			Page page = this.browser.open(CALLBACK + query);
			assertThat(page.body()).as(query).isNotEqualTo("home");
			assertThat(scalekit.requests("POST /oauth/token")).isEmpty();
		}
	}

	@Test
	void callbackIsGoodForOneLogin() {
		URI request = this.browser.authorizationRequest("/");
		Page callback = this.browser.get(request.toString());
		assertThat(this.browser.open(callback.location()).body()).isEqualTo("home");
		Browser other = application.browser();
		assertThat(other.open(callback.location()).path()).isEqualTo("/login?error");
		assertThat(scalekit.requests("POST /oauth/token")).hasSize(1);
	}

	@Test
	void tokenEndpointThatDoesNotAnswerEndsTheLogin() {
		scalekit.next("POST /oauth/token").times(3).respondsWith(ScriptedResponse.serviceUnavailable());
		assertThat(this.browser.open("/").path()).isEqualTo("/login?error");
		scalekit.reset();
	}

	@Test
	void tenRequestsRefreshOnce() {
		scalekit.accessTokens().lifetime(Duration.ofSeconds(10));
		this.browser.open("/");
		scalekit.accessTokens().lifetime(Duration.ofMinutes(5));
		int requests = scalekit.requests("POST /oauth/token").size();
		scalekit.next("POST /oauth/token").delays(Duration.ofMillis(500));
		List<Page> pages = this.browser.getAtOnce(10, "/token");
		assertThat(pages).hasSize(10).extracting(Page::status).containsOnly(200);
		assertThat(pages.stream().map(Page::body).distinct()).hasSize(1);
		assertThat(scalekit.requests("POST /oauth/token")).hasSize(requests + 1);
	}

	@Test
	void tokensOfASessionAreNotThoseOfAnother() {
		this.browser.open("/");
		Browser other = application.browser();
		other.open("/");
		assertThat(this.browser.get("/token").body()).isNotEqualTo(other.get("/token").body());
	}

	@Test
	void refusedRefreshLetsTheUserSignInAgain() {
		scalekit.accessTokens().lifetime(Duration.ofSeconds(10));
		this.browser.open("/");
		scalekit.sessions().end(scalekit.sessions().all(this.userId).get(0).sessionId());
		assertThat(this.browser.get("/token").location()).startsWith(scalekit.url() + "/oauth/authorize?");
	}

	private NewToken accessToken() {
		return scalekit.accessTokens().user(this.userId);
	}

	/**
	 * Signs in with these tokens, and tells where that ends.
	 */
	private String signIn(UnaryOperator<NewToken> idToken, String accessToken) {
		return new ScriptedLogin(scalekit, this.userId).idToken(idToken)
			.accessToken(accessToken)
			.signIn(this.browser)
			.target();
	}

}
