package com.scalekit.spring.test.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient.Response;
import com.scalekit.spring.test.oauth2.ParsedToken;
import com.scalekit.spring.test.sessions.StoredSession;

import static org.assertj.core.api.Assertions.assertThat;

class LogoutEndpointTests {

	private static final String SIGNED_OUT = "http://localhost:9/signed-out";

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final String acme = this.server.organizations().add("Acme");

	private final String ann = this.server.users().add("ann@acme.com", (user) -> user.memberOf(this.acme));

	private final Browser browser = new Browser(this.server);

	private JsonNode tokens;

	@BeforeEach
	void signIn() {
		this.tokens = this.browser.exchange(this.browser.choose(this.ann, this.acme)).json();
	}

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void endsSession() {
		Response response = logout("state", "s 1");
		assertThat(response.status()).isEqualTo(303);
		assertThat(response.header("Location")).isEqualTo(SIGNED_OUT + "?state=s+1");
		assertThat(status()).isEqualTo("logout");
		assertThat(this.browser.hasCookie()).isFalse();
		assertThat(this.browser.authorize().status()).isEqualTo(200);
		assertThat(
				this.browser.refresh(this.tokens.get("refresh_token").stringValue()).json().get("error").stringValue())
			.isEqualTo("invalid_grant");
	}

	@Test
	void endsSessionByForm() {
		Response response = this.browser.post("/oidc/logout", parameters());
		assertThat(response.header("Location")).isEqualTo(SIGNED_OUT);
		assertThat(status()).isEqualTo("logout");
	}

	@Test
	void acceptsExpiredIdToken() {
		this.clock.advance(Duration.ofHours(1));
		assertThat(logout().status()).isEqualTo(303);
		assertThat(status()).isEqualTo("logout");
	}

	@Test
	void endsSessionOnce() {
		logout();
		assertThat(logout().header("Location")).isEqualTo(SIGNED_OUT);
		assertThat(status()).isEqualTo("logout");
	}

	@Test
	void showsPageWithoutRedirect() {
		Response page = logout("post_logout_redirect_uri", "");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("You are signed out");
		assertThat(status()).isEqualTo("logout");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example.com/", "//evil.example.com", "http://localhost:9/?a=b", "/" })
	void refusesUnregisteredRedirect(String uri) {
		assertRefused(logout("post_logout_redirect_uri", uri));
	}

	@Test
	void refusesWrongHint() {
		assertRefused(logout("id_token_hint", ""));
		assertRefused(logout("id_token_hint", "garbage"));
		assertRefused(logout("id_token_hint", "a.b.c"));
		assertRefused(logout("id_token_hint", this.tokens.get("access_token").stringValue()));
		String idToken = this.tokens.get("id_token").stringValue();
		assertRefused(logout("id_token_hint", idToken.substring(0, idToken.lastIndexOf('.') + 1)));
		assertRefused(logout("id_token_hint",
				this.server.accessTokens().idToken(this.ann).audience("skc_1").session(session().sessionId()).sign()));
		try (ScalekitServer other = ScalekitServer.start()) {
			assertRefused(logout("id_token_hint",
					other.accessTokens()
						.idToken(this.ann)
						.audience(this.server.clientId())
						.claim("iss", this.server.url())
						.session(session().sessionId())
						.sign()));
		}
		assertRefused(this.browser.get("/oidc/logout?" + Browser.encode(parameters()) + "&state=1&state=2"));
	}

	@Test
	void leavesOtherSessionsAlone() {
		Browser other = new Browser(this.server);
		other.choose(this.ann, this.acme);
		logout();
		assertThat(other.authorize().status()).isEqualTo(303);
		assertThat(this.server.sessions().all(this.ann)).extracting(StoredSession::status)
			.containsExactly("logout", "active");
	}

	@Test
	void keepsSessionOfBrowserThatIsNotMeant() {
		JsonNode ofAnn = this.tokens;
		Browser other = new Browser(this.server);
		other.choose(this.ann, this.acme);
		other.get("/oidc/logout?id_token_hint=" + ofAnn.get("id_token").stringValue());
		assertThat(other.hasCookie()).isTrue();
		assertThat(status()).isEqualTo("logout");
	}

	@Test
	void registeredUrisOnly() {
		this.server.redirects().requireRegistration();
		assertRefused(logout());
		this.server.redirects().allowAfterLogout(SIGNED_OUT);
		assertThat(logout().header("Location")).isEqualTo(SIGNED_OUT);
	}

	@Test
	void webhooksTellOfLoginAndLogout() throws Exception {
		try (Receiver receiver = new Receiver()) {
			this.server.webhooks().target(receiver.uri());
			Browser other = new Browser(this.server);
			other.choose(this.ann, this.acme);
			logout();
			this.server.webhooks().awaitDeliveries();
			assertThat(this.server.webhooks().deliveries()).extracting((delivery) -> delivery.type())
				.containsExactly("user.login", "user.logout");
			assertThat(receiver.requests().get(1)).contains(session().sessionId(), "LOGOUT");
		}
	}

	@Test
	void backChannelTellsOfEndedSessions() throws Exception {
		String session = session().sessionId();
		try (Receiver receiver = new Receiver()) {
			this.server.backChannelLogout().target(receiver.uri());
			this.server.sessions().end(session);
			assertThat(this.server.backChannelLogout().awaitCalls()).containsExactly(204);
			String body = receiver.requests().get(0);
			assertThat(body).startsWith("logout_token=");
			ParsedToken token = ParsedToken.parse(body.substring("logout_token=".length()));
			assertThat(token.text("sid")).isEqualTo(session);
			assertThat(token.text("sub")).isEqualTo(this.ann);
			assertThat(token.header().get("typ").stringValue()).isEqualTo("logout+jwt");
			this.server.backChannelLogout().target(null);
			this.server.sessions().end(this.server.sessions().add(this.ann, this.acme));
			assertThat(receiver.requests()).hasSize(1);
		}
	}

	@Test
	void backChannelSurvivesDeadTarget() {
		this.server.backChannelLogout().target(URI.create("http://localhost:9/"));
		logout();
		assertThat(this.server.backChannelLogout().awaitCalls()).containsExactly(0);
		this.server.reset();
		assertThat(this.server.backChannelLogout().awaitCalls()).isEmpty();
	}

	private void assertRefused(Response response) {
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
		assertThat(response.header("Location")).isEmpty();
		assertThat(status()).isEqualTo("active");
	}

	private Map<String, String> parameters() {
		return Map.of("id_token_hint", this.tokens.get("id_token").stringValue(), "post_logout_redirect_uri",
				SIGNED_OUT);
	}

	private Response logout(String... changes) {
		return this.browser.get("/oidc/logout?" + Browser.encode(Browser.with(parameters(), changes)));
	}

	private String status() {
		return session().status();
	}

	private StoredSession session() {
		return this.server.sessions().all(this.ann).get(0);
	}

}
