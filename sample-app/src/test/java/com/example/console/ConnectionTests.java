package com.example.console;

import java.io.IOException;
import java.util.List;

import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console with an environment of its own.
 */
class ConnectionTests {

	private final ScalekitServer scalekit = ScalekitServer.start();

	private String organizationId = "";

	@BeforeEach
	void letAdministratorSignIn() {
		this.organizationId = this.scalekit.organizations().add("Only Here");
		SignedIn.letAdministratorSignIn(this.scalekit, this.organizationId);
	}

	@AfterEach
	void closeServer() {
		this.scalekit.close();
	}

	@Test
	void usesTheEnvironmentOfTheProperties() throws IOException {
		try (ConfigurableApplicationContext console = start(this.scalekit.clientSecret());
				PlainBrowser browser = browser(console)) {
			HtmlPage page = browser.open("/organizations");
			assertThat(PlainBrowser.texts(page, "tbody th .name > :last-child")).containsExactly("Only Here");
			assertThat(PlainBrowser.text(page, "header")).contains("Connected to " + this.scalekit.url().substring(7));
			assertThat(console.getBeanNamesForType(ScalekitServer.class)).isEmpty();
		}
	}

	@Test
	void cannotBreakTheEnvironment() throws IOException {
		try (ConfigurableApplicationContext console = start(this.scalekit.clientSecret());
				PlainBrowser browser = browser(console)) {
			HtmlPage page = browser.open("/activity");
			assertThat(PlainBrowser.text(page, "h1")).isEqualTo("What the starter does for you");
			assertThat(page.querySelectorAll("main form")).isEmpty();
			for (String trouble : List.of("outage", "revocation", "rate-limit", "new-key", "last", "start")) {
				assertThat(browser.post("/activity/" + trouble)).as(trouble).isEqualTo(404);
			}
		}
	}

	@Test
	void tellsWhichSettingsToCheckIfTheCredentialsAreWrong() throws IOException {
		try (ConfigurableApplicationContext console = start("wrong-secret"); PlainBrowser browser = browser(console)) {
			browser.bearing(token());
			HtmlPage page = browser.open("/organizations");
			assertThat(page.getWebResponse().getStatusCode()).isEqualTo(502);
			assertThat(PlainBrowser.text(page, "h1")).isEqualTo("Scalekit does not accept the console's credentials");
			assertThat(PlainBrowser.text(page, "dl")).contains("SCALEKIT_ENVIRONMENT_URL", "SCALEKIT_CLIENT_ID",
					"SCALEKIT_CLIENT_SECRET");
			assertThat(page.getWebResponse().getContentAsString()).doesNotContain("wrong-secret", "Exception");
		}
	}

	@Test
	void cannotSignAnyoneInIfTheCredentialsAreWrong() throws IOException {
		try (ConfigurableApplicationContext console = start("wrong-secret"); PlainBrowser browser = browser(console)) {
			HtmlPage page = browser.open("/organizations");
			assertThat(page.getUrl()).hasPath("/sign-in-failed");
			assertThat(PlainBrowser.text(page, "h1")).isEqualTo("You are not signed in");
		}
	}

	@Test
	void hasNoAdministratorIfNoOrganizationIsTheOperators() throws IOException {
		String operator = this.organizationId;
		this.organizationId = "";
		try (ConfigurableApplicationContext console = start(this.scalekit.clientSecret());
				PlainBrowser browser = browser(console)) {
			assertThat(browser.open("/organizations").getUrl()).hasPath("/organizations/" + operator);
			assertThat(browser.open("/activity").getWebResponse().getStatusCode()).isEqualTo(403);
		}
	}

	@Test
	void tellsThatScalekitCannotBeReached() throws IOException {
		try (ConfigurableApplicationContext console = start(this.scalekit.clientSecret());
				PlainBrowser browser = browser(console)) {
			browser.open("/account");
			this.scalekit.close();
			HtmlPage page = browser.open("/organizations");
			assertThat(page.getWebResponse().getStatusCode()).isEqualTo(503);
			assertThat(PlainBrowser.text(page, "h1")).isEqualTo("Scalekit cannot be reached");
			assertThat(page.getWebResponse().getContentAsString()).doesNotContain("Exception",
					this.scalekit.clientSecret());
		}
	}

	private ConfigurableApplicationContext start(String clientSecret) {
		return new SpringApplicationBuilder(ConsoleApplication.class).run("--server.port=0",
				"--console.organization-id=" + this.organizationId, "--scalekit.environment-url=" + this.scalekit.url(),
				"--scalekit.client-id=" + this.scalekit.clientId(), "--scalekit.client-secret=" + clientSecret);
	}

	private String token() {
		return SignedIn.token(this.scalekit, this.organizationId);
	}

	private static PlainBrowser browser(ConfigurableApplicationContext console) {
		return new PlainBrowser(console.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

}
