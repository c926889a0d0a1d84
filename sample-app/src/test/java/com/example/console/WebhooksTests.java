package com.example.console;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;

import com.example.console.signin.Operator;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.webhooks.WebhookDelivery;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Webhooks from their sender to the page, with consoles of their own.
 */
@Timeout(120)
class WebhooksTests {

	@Test
	void doNotAnnounceTheOrganizationsThatWereThereBefore() throws IOException {
		try (ConfigurableApplicationContext console = start("--scalekit.environment-url=");
				PlainBrowser browser = browser(console, console.getBean(ScalekitServer.class))) {
			ScalekitServer scalekit = console.getBean(ScalekitServer.class);
			assertThat(scalekit.organizations().count()).isEqualTo(3037);
			assertThat(scalekit.webhooks().awaitDeliveries()).isEmpty();
			HtmlPage page = browser.open("/webhooks");
			assertThat(PlainBrowser.text(page, "#live h2")).isEqualTo("Nothing has arrived yet");
			assertThat(PlainBrowser.text(PlainBrowser.press(page, "Send the last one again"), "[role=status]"))
				.isEqualTo("There is no webhook yet that could be sent again");
		}
	}

	@Test
	void arriveFromTheInMemoryEnvironmentAlsoBelowAContextPath() throws IOException {
		try (ConfigurableApplicationContext console = start("--scalekit.environment-url=",
				"--server.servlet.context-path=/tenants", "--scalekit.webhook.path=/inbound");
				PlainBrowser browser = browser(console, console.getBean(ScalekitServer.class))) {
			ScalekitServer scalekit = console.getBean(ScalekitServer.class);
			scalekit.organizations().add("Acme");
			assertThat(scalekit.webhooks().awaitDeliveries()).extracting(WebhookDelivery::status).containsExactly(200);
			assertThat(PlainBrowser.texts(browser.open("/tenants/webhooks"), "tbody td:nth-child(2)"))
				.containsExactly("Acme");
		}
	}

	@Test
	void areNotSignedWithASecretThatWasMeantForAnotherEnvironment() {
		String secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
		try (ConfigurableApplicationContext console = start("--scalekit.environment-url=",
				"--scalekit.webhook.secret=" + secret)) {
			ScalekitServer scalekit = console.getBean(ScalekitServer.class);
			assertThat(scalekit.webhooks().secret()).startsWith("whsec_").isNotEqualTo(secret);
			scalekit.organizations().add("Acme");
			assertThat(scalekit.webhooks().awaitDelivery("organization.created").attempt()).isOne();
		}
	}

	@Test
	void areExplainedWhereTheyAreSwitchedOff() throws IOException {
		try (ScalekitServer scalekit = ScalekitServer.start();
				ConfigurableApplicationContext console = start(connection(scalekit));
				PlainBrowser browser = browser(console, scalekit)) {
			HtmlPage page = browser.open("/webhooks");
			assertThat(page.getWebResponse().getStatusCode()).isEqualTo(200);
			assertThat(PlainBrowser.text(page, "#webhooks h2")).isEqualTo("Webhooks are switched off");
			assertThat(PlainBrowser.text(page, "ol")).contains("/scalekit/webhooks", "SCALEKIT_WEBHOOK_SECRET");
			assertThat(page.querySelectorAll("main form")).isEmpty();
			assertThat(page.querySelectorAll("main script")).isEmpty();
			assertThat(browser.post("/webhooks/last")).isEqualTo(404);
			assertThat(scalekit.webhooks()
				.event("user.login")
				.deliverTo(URI.create("http://localhost:%d/scalekit/webhooks".formatted(port(console))))
				.status()).isEqualTo(403);
		}
	}

	@Test
	void arriveFromARealEnvironment() throws IOException {
		try (ScalekitServer scalekit = ScalekitServer.start();
				ConfigurableApplicationContext console = start(
						connection(scalekit, "--scalekit.webhook.secret=" + scalekit.webhooks().secret()));
				PlainBrowser browser = browser(console, scalekit)) {
			HtmlPage empty = browser.open("/webhooks");
			assertThat(PlainBrowser.text(empty, "#live h2")).isEqualTo("Nothing has arrived yet");
			assertThat(PlainBrowser.text(empty, "#live")).contains("In the Scalekit dashboard", "/scalekit/webhooks");
			assertThat(empty.querySelectorAll("main form")).isEmpty();
			assertThat(browser.post("/webhooks/last")).isEqualTo(404);
			assertThat(scalekit.webhooks()
				.event("user.login")
				.deliverTo(URI.create("http://localhost:%d/scalekit/webhooks".formatted(port(console))))
				.status()).isEqualTo(200);
			assertThat(PlainBrowser.texts(browser.open("/webhooks"), "tbody th code")).containsExactly("user.login");
		}
	}

	private static String[] connection(ScalekitServer scalekit, String... more) {
		return Stream.concat(Stream.of("--scalekit.environment-url=" + scalekit.url(),
				"--scalekit.client-id=" + scalekit.clientId(), "--console.organization-id=org_operator",
				"--scalekit.client-secret=" + scalekit.clientSecret()), Stream.of(more))
			.toArray(String[]::new);
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		return new SpringApplicationBuilder(ConsoleApplication.class)
			.run(Stream.concat(Stream.of("--server.port=0"), Arrays.stream(arguments)).toArray(String[]::new));
	}

	private static int port(ConfigurableApplicationContext console) {
		return console.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/**
	 * The administrator brings a token: a sign-in would be announced by a webhook.
	 */
	private static PlainBrowser browser(ConfigurableApplicationContext console, ScalekitServer scalekit) {
		return new PlainBrowser(port(console)).bearing(token(console, scalekit));
	}

	private static String token(ConfigurableApplicationContext console, ScalekitServer scalekit) {
		return SignedIn.token(scalekit, console.getBean(Operator.class).organizationId());
	}

}
