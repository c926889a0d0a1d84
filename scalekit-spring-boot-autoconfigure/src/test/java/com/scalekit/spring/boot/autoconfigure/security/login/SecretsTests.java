package com.scalekit.spring.boot.autoconfigure.security.login;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;
import com.scalekit.spring.test.oauth2.BrokenToken;
import com.scalekit.spring.test.oauth2.NewToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the log shows of tokens and secrets at its finest level: nothing where this
 * project writes it, and the URLs of some requests where Spring Security does.
 */
class SecretsTests {

	private static final List<String> LOGGERS = List.of("com.scalekit", "org.springframework.security");

	private static final List<String> URLS_OF_REDIRECTS = List.of("ID token in DefaultServerRedirectStrategy");

	private static final List<String> URLS_OF_REQUESTS_AND_REDIRECTS = List.of("ID token in DefaultRedirectStrategy",
			"code in FilterChainProxy", "token of an identity provider in FilterChainProxy");

	private final ScalekitServer scalekit = ScalekitServer.start();

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final Map<String, String> secrets = new HashMap<>();

	private String organizationId;

	private String userId;

	@BeforeEach
	void addUser() {
		this.log.list = new CopyOnWriteArrayList<>();
		this.log.start();
		secret("client secret", this.scalekit.clientSecret());
		this.organizationId = this.scalekit.organizations().add("Acme");
		this.userId = this.scalekit.users().add("ann@acme.com", (user) -> user.memberOf(this.organizationId));
		this.scalekit.users().signIn("ann@acme.com");
	}

	@AfterEach
	void stop() {
		loggers().forEach((logger) -> {
			logger.setLevel(null);
			logger.setAdditive(true);
			logger.detachAppender(this.log);
		});
		this.scalekit.close();
	}

	/**
	 * An application that starts sets its levels.
	 */
	private void captureTheLog() {
		loggers().forEach((logger) -> {
			logger.setLevel(Level.TRACE);
			logger.setAdditive(false);
			logger.addAppender(this.log);
		});
	}

	private static Stream<Logger> loggers() {
		return LOGGERS.stream().map((name) -> (Logger) LoggerFactory.getLogger(name));
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void tokensAndSecretsStayOutOfTheLog(Stack stack) {
		try (LoginApplication application = LoginApplication.start(stack, this.scalekit,
				"--scalekit.resource-server.enabled=true", "--scalekit.resource-server.api-tokens.enabled=true",
				"--scalekit.login.back-channel-logout.enabled=true", "--scalekit.retry.max-retries=0")) {
			captureTheLog();
			signInAndOut(application);
			signInWithoutRoles(application);
			failToSignIn(application);
			endSession(application);
			callWithAccessTokens(application);
			callWithApiTokens(application);
		}
		assertThat(this.log.list).extracting(ILoggingEvent::getLoggerName)
			.anyMatch((name) -> name.startsWith("com.scalekit"))
			.anyMatch((name) -> name.startsWith("org.springframework.security"));
		assertThat(shown("com.scalekit")).isEmpty();
		assertThat(shown("org.springframework.security"))
			.containsExactlyElementsOf((stack == Stack.MVC) ? URLS_OF_REQUESTS_AND_REDIRECTS : URLS_OF_REDIRECTS);
	}

	/**
	 * Which kinds of secrets are shown, and where.
	 */
	private Set<String> shown(String logger) {
		Set<String> shown = new TreeSet<>();
		this.log.list.stream().filter((event) -> event.getLoggerName().startsWith(logger)).forEach((event) -> {
			String text = text(event);
			this.secrets.forEach((secret, kind) -> {
				if (text.contains(secret)) {
					String className = event.getLoggerName().substring(event.getLoggerName().lastIndexOf('.') + 1);
					shown.add(kind + " in " + className);
				}
			});
		});
		return shown;
	}

	private static String text(ILoggingEvent event) {
		return event.getFormattedMessage() + " "
				+ ((event.getThrowableProxy() != null) ? ThrowableProxyUtil.asString(event.getThrowableProxy()) : "");
	}

	private void signInAndOut(LoginApplication application) {
		Browser browser = application.browser();
		ScriptedLogin login = new ScriptedLogin(this.scalekit, this.userId)
			.accessToken(secret("access token", accessToken().sign()))
			.refreshToken(secret("refresh token", "rt_secret"))
			.lifetime(Duration.ofSeconds(10));
		assertThat(login.signIn(browser).body()).isEqualTo("home");
		secret("ID token", login.idToken());
		secret("code", login.code());
		String refreshed = secret("access token", accessToken().sign());
		login.refreshesTo(refreshed);
		assertThat(browser.get("/token").body()).isEqualTo(refreshed);
		assertThat(browser.signOut().location()).contains("id_token_hint=" + login.idToken());
	}

	/**
	 * An access token that is no JWT, and a refresh that Scalekit refuses.
	 */
	private void signInWithoutRoles(LoginApplication application) {
		Browser browser = application.browser();
		ScriptedLogin login = new ScriptedLogin(this.scalekit, this.userId)
			.accessToken(secret("access token", "opaque-access-token"))
			.refreshToken(secret("refresh token", "rt_refused"))
			.lifetime(Duration.ofSeconds(10));
		assertThat(login.signIn(browser).body()).isEqualTo("home");
		secret("ID token of a session", login.idToken());
		secret("code", login.code());
		assertThat(browser.get("/token").status()).isEqualTo(302);
	}

	private void failToSignIn(LoginApplication application) {
		Browser browser = application.browser();
		for (NewToken token : List.of(idpInitiated(), idpInitiated().broken(BrokenToken.WRONG_ISSUER))) {
			browser.authorizationRequest("/oauth2/authorization/scalekit?idp_initiated_login="
					+ secret("token of an identity provider", token.sign()));
		}
		this.scalekit.next("POST /oauth/token").respondsWith(ScriptedResponse.badRequest());
		assertThat(browser.open("/").path()).isEqualTo("/login?error");
		ScriptedLogin login = new ScriptedLogin(this.scalekit, this.userId)
			.accessToken(secret("access token", accessToken().sign()))
			.idToken((token) -> token.broken(BrokenToken.EXPIRED));
		assertThat(login.signIn(browser).path()).isEqualTo("/login?error");
		secret("refused ID token", login.idToken());
	}

	private void endSession(LoginApplication application) {
		for (NewToken token : List.of(logoutToken(), logoutToken().broken(BrokenToken.WRONG_AUDIENCE))) {
			application.browser()
				.post("/logout/connect/back-channel/scalekit", "logout_token=" + secret("logout token", token.sign()));
		}
	}

	private void callWithAccessTokens(LoginApplication application) {
		assertThat(bearer(application, accessToken().sign())).isEqualTo(200);
		for (BrokenToken mistake : List.of(BrokenToken.FOREIGN_KEY, BrokenToken.UNKNOWN_KEY,
				BrokenToken.WRONG_AUDIENCE)) {
			assertThat(bearer(application, accessToken().broken(mistake).sign())).isEqualTo(401);
		}
		this.scalekit.outage(Duration.ofHours(1));
		assertThat(bearer(application, accessToken().broken(BrokenToken.UNKNOWN_KEY).sign())).isEqualTo(503);
		this.scalekit.endOutage();
	}

	private void callWithApiTokens(LoginApplication application) {
		String token = this.scalekit.apiTokens().add(this.organizationId, (added) -> added.user(this.userId));
		assertThat(bearer(application, token)).isEqualTo(200);
		assertThat(bearer(application, "unknown-0123456789abcdef")).isEqualTo(401);
		this.scalekit.next("POST /api/v1/tokens:validate").respondsWith(ScriptedResponse.internalServerError());
		assertThat(bearer(application, token)).isEqualTo(503);
	}

	private int bearer(LoginApplication application, String token) {
		return application.http().get("/me", "Authorization: Bearer " + secret("bearer token", token)).status();
	}

	private NewToken accessToken() {
		return this.scalekit.accessTokens().user(this.userId).organization(this.organizationId);
	}

	private NewToken idpInitiated() {
		return this.scalekit.accessTokens().idpInitiated(this.organizationId, "conn_1", "ann@acme.com");
	}

	private NewToken logoutToken() {
		return this.scalekit.accessTokens().logoutToken(this.userId, "ses_1");
	}

	private String secret(String kind, String secret) {
		this.secrets.put(secret, kind);
		return secret;
	}

}
