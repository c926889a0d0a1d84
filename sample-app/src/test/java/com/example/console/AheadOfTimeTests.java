package com.example.console;

import java.io.IOException;

import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.web.client.RestClient;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console as it was processed ahead of time by the build, which runs these tests with
 * {@code spring.aot.enabled}.
 */
class AheadOfTimeTests {

	private static ConfigurableApplicationContext console;

	private static int port;

	private static PlainBrowser browser;

	@BeforeAll
	static void start() {
		console = SpringApplication.from(ConsoleApplication::main).run("--server.port=0").getApplicationContext();
		port = console.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		browser = new PlainBrowser(port).asAdministrator(console.getBean(ScalekitServer.class));
	}

	@AfterAll
	static void stop() {
		browser.close();
		console.close();
	}

	@Test
	void isNotConfiguredAgain() {
		assertThat(console.getBeanNamesForType(ConfigurationClassPostProcessor.class)).isEmpty();
	}

	@Test
	void signsPeopleInAndOut() throws IOException {
		try (PlainBrowser visitor = new PlainBrowser(port)) {
			HtmlPage people = visitor.open("/account");
			HtmlPage account = PlainBrowser.press(people, "Northwind Robotics");
			assertThat(account.getUrl()).hasPath("/account");
			assertThat(PlainBrowser.text(account, ".visitor")).contains("Mara Lind", "Northwind Robotics");
			assertThat(PlainBrowser.text(PlainBrowser.press(account, "Sign out"), "h1"))
				.isEqualTo("You are signed out");
			assertThat(PlainBrowser.texts(visitor.open("/account"), "main li strong")).contains("Mara Lind");
		}
	}

	@Test
	void tellsProgramsWhoTheyAre() {
		String token = console.getBean(ScalekitServer.class)
			.accessTokens()
			.user("usr_1")
			.organization("org_1")
			.permission("a:b")
			.sign();
		assertThat(RestClient.create("http://localhost:" + port)
			.get()
			.uri("/api/me")
			.headers((headers) -> headers.setBearerAuth(token))
			.retrieve()
			.body(String.class)).contains("usr_1", "org_1", "a:b");
	}

	@Test
	void showsTheOrganizations() throws IOException {
		assertThat(PlainBrowser.texts(browser.open("/organizations"), "tbody th")).hasSize(20);
	}

	@Test
	void createsAnOrganization() throws IOException {
		HtmlPage form = browser.open("/organizations/new");
		PlainBrowser.enter(form, "displayName", "Ahead of Time Inc");
		assertThat(PlainBrowser.text(PlainBrowser.press(form, "Create organization"), "h1 > :last-child"))
			.isEqualTo("Ahead of Time Inc");
	}

	@Test
	void showsWebhooks() throws IOException {
		ScalekitServer scalekit = console.getBean(ScalekitServer.class);
		scalekit.organizations().add("Announced Ahead of Time");
		scalekit.webhooks().awaitDeliveries();
		assertThat(PlainBrowser.text(browser.open("/webhooks"), "tbody td")).isEqualTo("Announced Ahead of Time");
	}

	@Test
	void explainsWhatScalekitRefuses() throws IOException {
		HtmlPage form = browser.open("/organizations/new");
		PlainBrowser.enter(form, "displayName", "x".repeat(201));
		assertThat(PlainBrowser.press(form, "Create organization").getWebResponse().getStatusCode()).isEqualTo(422);
	}

	@Test
	void isUp() {
		assertThat(RestClient.create("http://localhost:" + port)
			.get()
			.uri("/actuator/health")
			.retrieve()
			.body(String.class)).contains("\"status\":\"UP\"");
	}

}
