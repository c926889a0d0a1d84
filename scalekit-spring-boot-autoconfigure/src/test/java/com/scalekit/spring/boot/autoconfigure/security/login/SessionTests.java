package com.scalekit.spring.boot.autoconfigure.security.login;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.boot.autoconfigure.security.login.Browser.Page;
import com.scalekit.spring.client.memberships.MembershipsClient;
import com.scalekit.spring.client.users.UpdateMembership;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.oauth2.BrokenToken;
import com.scalekit.spring.test.oauth2.NewToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Sessions whose session at Scalekit changes or ends.
 */
class SessionTests {

	private static final String BACK_CHANNEL = "/logout/connect/back-channel/scalekit";

	private final ScalekitServer scalekit = ScalekitServer.start();

	private String organizationId;

	private String userId;

	@BeforeEach
	void addUser() {
		this.organizationId = this.scalekit.organizations().add("Acme");
		this.scalekit.roles().add("planner");
		this.userId = this.scalekit.users().add("ann@acme.com", (user) -> user.memberOf(this.organizationId));
		this.scalekit.users().signIn("ann@acme.com");
		this.scalekit.accessTokens().lifetime(Duration.ofSeconds(10));
	}

	@AfterEach
	void stop() {
		this.scalekit.close();
	}

	private LoginApplication start(Stack stack, String... arguments) {
		return LoginApplication.start(stack, this.scalekit,
				java.util.stream.Stream
					.concat(Stream.of("--scalekit.login.scope=openid,profile,email,offline_access"),
							Arrays.stream(arguments))
					.toArray(String[]::new));
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void sessionsAreNotCheckedByDefault(Stack stack) {
		try (LoginApplication application = start(stack)) {
			Browser browser = application.browser();
			browser.open("/");
			endSessions();
			assertThat(browser.get("/me").status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void roleIsTakenOver(Stack stack) {
		try (LoginApplication application = start(stack, "--scalekit.login.session-check=refresh")) {
			Browser browser = application.browser();
			browser.open("/");
			assertThat(browser.get("/authorities").body()).doesNotContain("ROLE_planner");
			application.context()
				.getBean(MembershipsClient.class)
				.update(this.organizationId, this.userId, UpdateMembership.none().withRoles("planner"));
			this.scalekit.accessTokens().lifetime(Duration.ofMinutes(5));
			assertThat(browser.get("/authorities").body()).contains("ROLE_planner", "OIDC_USER");
			int requests = this.scalekit.requests("POST /oauth/token").size();
			assertThat(browser.get("/authorities").body()).contains("ROLE_planner");
			assertThat(this.scalekit.requests("POST /oauth/token")).hasSize(requests);
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void tenRequestsCheckOnce(Stack stack) {
		try (LoginApplication application = start(stack, "--scalekit.login.session-check=refresh")) {
			Browser browser = application.browser();
			browser.open("/");
			this.scalekit.accessTokens().lifetime(Duration.ofMinutes(5));
			int requests = this.scalekit.requests("POST /oauth/token").size();
			this.scalekit.next("POST /oauth/token").delays(Duration.ofMillis(500));
			assertThat(browser.getAtOnce(10, "/me")).hasSize(10).extracting(Page::status).containsOnly(200);
			assertThat(this.scalekit.requests("POST /oauth/token")).hasSize(requests + 1);
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void sessionEndsWithThatAtScalekit(Stack stack) {
		try (LoginApplication application = start(stack, "--scalekit.login.session-check=refresh")) {
			Browser browser = application.browser();
			browser.open("/");
			endSessions();
			assertThat(browser.get("/me").status()).isEqualTo(302);
			Page logout = browser.get("/me");
			assertThat(logout.location()).contains("/oauth2/authorization/scalekit");
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void sessionOutlivesAnOutage(Stack stack) {
		try (LoginApplication application = start(stack, "--scalekit.login.session-check=refresh")) {
			Browser browser = application.browser();
			browser.open("/");
			this.scalekit.outage(Duration.ofHours(1));
			assertThat(browser.get("/me").status()).isEqualTo(200);
			this.scalekit.endOutage();
			assertThat(browser.get("/me").status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void sessionDoesNotOutliveALongOutage(Stack stack) {
		try (LoginApplication application = start(stack, "--scalekit.login.session-check=refresh",
				"--scalekit.login.session-check-max-stale=0s")) {
			this.scalekit.accessTokens().lifetime(Duration.ofSeconds(1));
			Browser browser = application.browser();
			browser.open("/");
			this.scalekit.outage(Duration.ofHours(1));
			await().atMost(Duration.ofSeconds(20)).until(() -> browser.get("/me").status() == 302);
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void refreshWithoutARefreshTokenLetsTheUserSignInAgain(Stack stack) {
		try (LoginApplication application = LoginApplication.start(stack, this.scalekit)) {
			Browser browser = application.browser();
			browser.open("/");
			assertThat(browser.get("/refresh").location()).startsWith(this.scalekit.url() + "/oauth/authorize?");
			assertThat(browser.get("/me").status()).isEqualTo(200);
		}
	}

	@Test
	void backChannelLogoutIsOffByDefault() {
		try (LoginApplication application = start(Stack.MVC)) {
			Browser browser = application.browser();
			browser.open("/");
			assertThat(end(application, logoutToken())).isEqualTo(302);
			assertThat(browser.get("/me").status()).isEqualTo(200);
		}
	}

	@Test
	void sessionsAreEndedByScalekit() {
		try (LoginApplication application = start(Stack.MVC, "--scalekit.login.back-channel-logout.enabled=true")) {
			Browser browser = application.browser();
			browser.open("/");
			this.scalekit.backChannelLogout()
				.target(URI.create("http://localhost:" + application.port() + BACK_CHANNEL));
			endSessions();
			assertThat(this.scalekit.backChannelLogout().awaitCalls()).containsExactly(200);
			assertThat(browser.get("/me").status()).isEqualTo(302);
		}
	}

	@Test
	void wrongLogoutTokensEndNothing() {
		try (LoginApplication application = start(Stack.MVC, "--scalekit.login.back-channel-logout.enabled=true")) {
			Browser browser = application.browser();
			browser.open("/");
			for (BrokenToken mistake : List.of(BrokenToken.UNSIGNED, BrokenToken.FOREIGN_KEY, BrokenToken.WRONG_ISSUER,
					BrokenToken.NO_ISSUER, BrokenToken.WRONG_AUDIENCE, BrokenToken.EXPIRED)) {
				assertThat(end(application, logoutToken().broken(mistake))).as(mistake.name()).isEqualTo(400);
			}
			assertThat(end(application, logoutToken().claim("nonce", "n"))).isEqualTo(400);
			assertThat(end(application, logoutToken().claim("events", Map.of()))).isEqualTo(400);
			assertThat(end(application, logoutToken().header("typ", "at+jwt"))).isEqualTo(400);
			assertThat(browser.get("/me").status()).isEqualTo(200);
			assertThat(end(application, logoutToken().claim("sid", "ses_unknown").withoutClaim("sub"))).isEqualTo(200);
			assertThat(browser.get("/me").status()).isEqualTo(200);
		}
	}

	@Test
	void logoutTokenEndsNoSessionThatBeganLater() {
		try (LoginApplication application = start(Stack.MVC, "--scalekit.login.back-channel-logout.enabled=true")) {
			Browser browser = application.browser();
			browser.open("/");
			String token = "logout_token=" + logoutToken().withoutClaim("sid").sign();
			assertThat(application.browser().post(BACK_CHANNEL, token).status()).isEqualTo(200);
			assertThat(browser.get("/me").status()).isEqualTo(302);
			browser.open("/");
			assertThat(application.browser().post(BACK_CHANNEL, token).status()).isEqualTo(400);
			assertThat(browser.get("/me").status()).isEqualTo(200);
		}
	}

	@Test
	void logoutTokensWithUnknownKeysCauseOneRequest() {
		try (LoginApplication application = start(Stack.MVC, "--scalekit.login.back-channel-logout.enabled=true")) {
			application.browser().open("/");
			assertThat(this.scalekit.requests("GET /keys")).hasSize(1);
			assertThat(end(application, logoutToken().broken(BrokenToken.UNKNOWN_KEY))).isEqualTo(400);
			for (int i = 0; i < 20; i++) {
				assertThat(end(application, logoutToken().broken(BrokenToken.UNKNOWN_KEY)))
					.as("a token that nobody can check")
					.isEqualTo(503);
			}
			assertThat(this.scalekit.requests("GET /keys")).hasSize(2);
		}
	}

	@Test
	void logoutOfASessionThatIsOutOfReachIsRepeated() {
		try (LoginApplication application = start(Stack.MVC, "--scalekit.login.back-channel-logout.enabled=true",
				"--scalekit.login.back-channel-logout.internal-uri={baseScheme}://localhost:1/{registrationId}")) {
			Browser browser = application.browser();
			browser.open("/");
			assertThat(end(application, logoutToken())).isEqualTo(400);
			assertThat(end(application, logoutToken())).isEqualTo(400);
			assertThat(browser.get("/me").status()).isEqualTo(200);
		}
	}

	private static int end(LoginApplication application, NewToken logoutToken) {
		return application.browser()
			.post(BACK_CHANNEL, "logout_token=" + URLEncoder.encode(logoutToken.sign(), StandardCharsets.UTF_8))
			.status();
	}

	private NewToken logoutToken() {
		String sessionId = this.scalekit.sessions().all(this.userId).isEmpty() ? "ses_1"
				: this.scalekit.sessions().all(this.userId).get(0).sessionId();
		return this.scalekit.accessTokens().logoutToken(this.userId, sessionId);
	}

	private void endSessions() {
		this.scalekit.sessions()
			.all(this.userId)
			.forEach((session) -> this.scalekit.sessions().end(session.sessionId()));
	}

}
