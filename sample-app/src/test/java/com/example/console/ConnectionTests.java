package com.example.console;

import java.io.IOException;
import java.util.List;

import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
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

	@AfterEach
	void closeServer() {
		this.scalekit.close();
	}

	@Test
	void usesTheEnvironmentOfTheProperties() throws IOException {
		this.scalekit.organizations().add("Only Here");
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
			assertThat(page.getForms()).isEmpty();
			for (String trouble : List.of("outage", "revocation", "short-lived-tokens", "rate-limit", "delay",
					"traffic/start", "traffic/stop")) {
				assertThat(browser.post("/activity/" + trouble)).as(trouble).isEqualTo(404);
			}
		}
	}

	@Test
	void tellsWhichSettingsToCheckIfTheCredentialsAreWrong() throws IOException {
		try (ConfigurableApplicationContext console = start("wrong-secret"); PlainBrowser browser = browser(console)) {
			HtmlPage page = browser.open("/organizations");
			assertThat(page.getWebResponse().getStatusCode()).isEqualTo(502);
			assertThat(PlainBrowser.text(page, "h1")).isEqualTo("Scalekit does not accept the console's credentials");
			assertThat(PlainBrowser.text(page, "dl")).contains("SCALEKIT_ENVIRONMENT_URL", "SCALEKIT_CLIENT_ID",
					"SCALEKIT_CLIENT_SECRET");
			assertThat(page.getWebResponse().getContentAsString()).doesNotContain("wrong-secret", "Exception");
		}
	}

	@Test
	void tellsThatScalekitCannotBeReached() throws IOException {
		try (ConfigurableApplicationContext console = start(this.scalekit.clientSecret());
				PlainBrowser browser = browser(console)) {
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
				"--scalekit.environment-url=" + this.scalekit.url(), "--scalekit.client-id=" + this.scalekit.clientId(),
				"--scalekit.client-secret=" + clientSecret);
	}

	private static PlainBrowser browser(ConfigurableApplicationContext console) {
		return new PlainBrowser(console.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

}
