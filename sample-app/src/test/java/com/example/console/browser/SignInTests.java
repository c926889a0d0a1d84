package com.example.console.browser;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.example.console.PlainBrowser;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import com.scalekit.spring.client.sessions.SessionsClient;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.organizations.StoredOrganization;
import com.scalekit.spring.test.sessions.StoredSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the demo people sign in and out. The console is one of their own, since other tests
 * remove these people.
 */
@BrowserTest
@TestPropertySource(properties = "spring.application.name=sign-in")
class SignInTests {

	@Autowired
	private ScalekitServer scalekit;

	@Autowired
	private SessionsClient sessions;

	@LocalServerPort
	private int port;

	@BeforeEach
	@AfterEach
	void reset() {
		this.scalekit.users().showLoginPage();
		this.scalekit.accessTokens().lifetime(Duration.ofMinutes(5));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void leadsToThePageThatWasFirstAskedFor(boolean scripts, Browser browser) {
		browser.signedOut();
		if (!scripts) {
			browser.withoutScripts();
		}
		browser.open("/activity");
		assertThat(browser.address()).startsWith(this.scalekit.url() + "/oauth/authorize");
		assertThat(browser.texts("main li strong")).startsWith("Ines Duarte", "Mara Lind", "Tom Becker", "Priya Nair",
				"Sam Ortiz");
		browser.press("Cloudloom");
		assertThat(browser.path()).isEqualTo("/activity");
		assertThat(browser.text(".visitor")).contains("Ines Duarte", "Cloudloom");
		browser.follow("Organizations");
		assertThat(browser.text("h1 + p")).isEqualTo("3,037 organizations");
	}

	@Test
	void showsAMemberNothingButTheOwnOrganization(Browser browser) {
		signIn(browser, "tom@northwind.example");
		assertThat(browser.path()).isEqualTo("/organizations/" + id("Northwind Robotics"));
		assertThat(browser.text("h1 > :last-child")).isEqualTo("Northwind Robotics");
		assertThat(browser.texts(".site-nav a")).containsExactly("Organization");
		assertThat(browser.has("Edit")).isFalse();
		browser.open("/organizations/" + id("Bluebird Health Partners"));
		assertThat(browser.status()).isEqualTo(403);
		assertThat(browser.text("main")).contains("You may not see or do this").doesNotContain("another site");
		assertThat(browser.source()).doesNotContain("Bluebird");
	}

	@Test
	void letsAManagerChangeTheOwnOrganization(Browser browser) {
		signIn(browser, "mara@northwind.example");
		browser.follow("Edit").enter("Slug", "northwind").press("Save");
		assertThat(browser.text("[role=status]")).isEqualTo("Organization Northwind Robotics saved");
		assertThat(browser.has("Delete organization")).isFalse();
	}

	@Test
	void switchesToAnotherOrganization(Browser browser) {
		browser.withoutScripts();
		signIn(browser, "sam@consulting.example", "Northwind Robotics");
		assertThat(browser.has("Edit")).isFalse();
		browser.follow("Sam Ortiz");
		assertThat(browser.texts("#organizations dl > div")).containsExactly("Northwind Robotics\nsigned in now",
				"Bluebird Health Partners\nSwitch");
		browser.follow("Switch");
		assertThat(browser.path()).isEqualTo("/organizations/" + id("Bluebird Health Partners"));
		assertThat(browser.text(".visitor")).contains("Sam Ortiz", "Bluebird Health Partners");
		assertThat(browser.has("Edit")).isTrue();
		browser.open("/organizations/" + id("Northwind Robotics"));
		assertThat(browser.status()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void endsHereAndAtScalekit(boolean scripts, Browser browser) {
		if (!scripts) {
			browser.withoutScripts();
		}
		signIn(browser, "priya@bluebird.example");
		StoredSession session = session("priya@bluebird.example");
		browser.press("Sign out");
		assertThat(browser.path()).isEqualTo("/signed-out");
		assertThat(browser.text("h1")).isEqualTo("You are signed out");
		assertThat(browser.complaints()).isEmpty();
		assertThat(this.scalekit.sessions().get(session.sessionId()).isActive()).isFalse();
		browser.follow("Sign in");
		assertThat(browser.address()).startsWith(this.scalekit.url() + "/oauth/authorize");
		assertThat(browser.text("main")).doesNotContain("signed in");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void endsEverywhere(boolean scripts, Browser browser) throws IOException {
		if (!scripts) {
			browser.withoutScripts();
		}
		try (PlainBrowser second = new PlainBrowser(this.port)) {
			this.scalekit.users().signIn("priya@bluebird.example");
			second.open("/organizations");
			this.scalekit.users().showLoginPage();
			signIn(browser, "priya@bluebird.example");
			String userId = session("priya@bluebird.example").userId();
			browser.follow("Priya Nair").press("Sign out everywhere");
			assertThat(browser.path()).isEqualTo("/signed-out");
			assertThat(this.scalekit.sessions().all(userId)).noneMatch(StoredSession::isActive);
			browser.follow("Sign in");
			assertThat(browser.address()).startsWith(this.scalekit.url() + "/oauth/authorize");
			this.scalekit.webhooks().awaitDeliveries();
			HtmlPage page = second.open("/organizations");
			assertThat(page.getUrl().toString()).startsWith(this.scalekit.url() + "/oauth/authorize");
		}
	}

	@Test
	void endsWhereAnAdministratorEndsTheSession(Browser browser) throws IOException {
		signIn(browser, "priya@bluebird.example");
		StoredSession session = session("priya@bluebird.example");
		try (PlainBrowser second = new PlainBrowser(this.port)) {
			this.scalekit.users().signIn("mara@northwind.example");
			second.open("/organizations");
			this.scalekit.users().showLoginPage();
			this.sessions.revoke(session.sessionId());
			this.scalekit.webhooks().awaitDeliveries();
			browser.follow("Organization");
			assertThat(browser.address()).startsWith(this.scalekit.url() + "/oauth/authorize");
			HtmlPage page = second.open("/organizations");
			assertThat(PlainBrowser.text(page, "h1 > :last-child")).isEqualTo("Northwind Robotics");
		}
	}

	/**
	 * The next request after the lifetime of the tokens finds out.
	 */
	@Test
	void endsWithTheSessionAtScalekitWhereThereAreNoWebhooks(Browser browser) {
		this.scalekit.accessTokens().lifetime(Duration.ofSeconds(1));
		signIn(browser, "priya@bluebird.example");
		browser.follow("Organization");
		assertThat(browser.text("h1 > :last-child")).isEqualTo("Bluebird Health Partners");
		StoredSession session = session("priya@bluebird.example");
		withoutWebhooks(() -> this.sessions.revoke(session.sessionId()));
		browser
			.await(() -> browser.open("/organizations").address().startsWith(this.scalekit.url() + "/oauth/authorize"));
	}

	@Test
	void isTriedAgainWhenItHasFailed(Browser browser) {
		this.scalekit.users().failSignIn("access_denied", "<script>alert(1)</script>");
		browser.signedOut().open("/activity");
		assertThat(browser.path()).isEqualTo("/sign-in-failed");
		assertThat(browser.text("main")).contains("You are not signed in").doesNotContain("alert");
		this.scalekit.users().signIn("ines@cloudloom.example");
		browser.follow("Sign in");
		assertThat(browser.text(".visitor")).contains("Ines Duarte");
	}

	@Test
	void fitsAPhone(Browser browser) {
		browser.size(360, 740);
		signIn(browser, "sam@consulting.example", "Bluebird Health Partners");
		for (String page : List.of("/account", "/organizations", "/activity", "/signed-out", "/sign-in-failed")) {
			browser.open(page);
			assertThat(browser.width()).as(page).isEqualTo(360);
			assertThat(browser.texts("h1")).as(page).hasSize(1);
		}
	}

	private void signIn(Browser browser, String email) {
		signIn(browser, email, "");
	}

	private void signIn(Browser browser, String email, String organization) {
		browser.signedOut().open("/organizations").enter("E-mail address", email).press("Continue");
		if (!organization.isEmpty()) {
			browser.press(organization);
		}
	}

	private void withoutWebhooks(Runnable change) {
		URI target = this.scalekit.webhooks().target();
		this.scalekit.webhooks().target(null);
		change.run();
		this.scalekit.webhooks().target(target);
	}

	private StoredSession session(String email) {
		String userId = this.scalekit.users().findByEmail(email).orElseThrow().id();
		return this.scalekit.sessions().all(userId).stream().filter(StoredSession::isActive).findFirst().orElseThrow();
	}

	private String id(String organization) {
		return this.scalekit.organizations()
			.all()
			.stream()
			.filter((candidate) -> candidate.displayName().equals(organization))
			.map(StoredOrganization::id)
			.findFirst()
			.orElseThrow();
	}

}
