package com.example.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;

import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console and its in-memory environment, used the way a person does.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "scalekit.environment-url=")
class ConsoleTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ScalekitServer scalekit;

	private PlainBrowser browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new PlainBrowser(this.port).asAdministrator(this.scalekit);
	}

	@AfterEach
	void closeBrowser() {
		this.browser.close();
	}

	@Test
	void startsWithTheListOfOrganizations() throws IOException {
		HtmlPage page = this.browser.open("/");
		assertThat(page.getUrl()).hasPath("/organizations");
		assertThat(page.getTitleText()).isEqualTo("Organizations · Tenant Console");
	}

	@Test
	void tellsOnEachPageThatTheEnvironmentIsInMemory() throws IOException {
		for (String path : List.of("/organizations", "/organizations/new", "/organizations/org_404", "/nothing")) {
			assertThat(PlainBrowser.text(this.browser.open(path), "header")).as(path)
				.contains("In-memory environment (no account needed)");
		}
	}

	@Test
	void pagesForwardToTheEndAndBackToTheStart() throws IOException {
		this.scalekit.reset();
		this.scalekit.organizations().addMany(90);
		HtmlPage page = this.browser.open("/organizations");
		List<List<String>> forward = new ArrayList<>(List.of(identifiers(page)));
		while (has(page, "Next")) {
			page = PlainBrowser.follow(page, "Next");
			forward.add(identifiers(page));
		}
		Set<String> all = new LinkedHashSet<>();
		forward.forEach(all::addAll);
		assertThat(all).hasSize(this.scalekit.organizations().count());
		assertThat(forward).hasSize(5);
		List<List<String>> backward = new ArrayList<>();
		while (has(page, "Previous")) {
			page = PlainBrowser.follow(page, "Previous");
			backward.add(0, identifiers(page));
		}
		assertThat(backward).isEqualTo(forward.subList(0, forward.size() - 1));
	}

	@Test
	void showsThatThereIsNoSuchOrganization() throws IOException {
		HtmlPage page = this.browser.open("/organizations/org_404");
		assertThat(page.getWebResponse().getStatusCode()).isEqualTo(404);
		assertThat(PlainBrowser.text(page, "h1")).isEqualTo("Not found");
		assertThat(PlainBrowser.text(page, "main")).containsPattern("Request ID .*\\w{8}-");
	}

	@Test
	void findsNothingUnderWhatCannotBeAnIdentifier() throws IOException {
		for (String externalId : List.of("..", "a%00b", "nobody")) {
			HtmlPage page = this.browser.open("/find?text=" + externalId);
			assertThat(page.getWebResponse().getStatusCode()).as(externalId).isLessThan(500);
			assertThat(PlainBrowser.text(page, "h1")).as(externalId).isEqualTo("Users");
			assertThat(page.querySelectorAll("tbody tr")).as(externalId).isEmpty();
		}
	}

	/**
	 * In one of these zones it is another day than in UTC, whenever the test runs.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "Pacific/Kiritimati", "Pacific/Pago_Pago" })
	void showsTheSameDayEverywhere(String zone) throws IOException {
		this.scalekit.reset();
		String id = this.scalekit.organizations().add("Acme");
		TimeZone original = TimeZone.getDefault();
		TimeZone.setDefault(TimeZone.getTimeZone(zone));
		try {
			HtmlPage list = this.browser.open("/organizations");
			HtmlPage details = this.browser.open("/organizations/" + id);
			String time = PlainBrowser.text(list, "tbody time");
			assertThat(time).endsWith(" UTC");
			assertThat(PlainBrowser.texts(details, "time")).containsExactly(time, time);
		}
		finally {
			TimeZone.setDefault(original);
		}
	}

	@Test
	void showsThatThereIsNoSuchPage() throws IOException {
		for (String path : List.of("/nothing", "/organizations/%20", "/organizations/1")) {
			HtmlPage page = this.browser.open(path);
			assertThat(page.getWebResponse().getStatusCode()).as(path).isEqualTo(404);
			assertThat(PlainBrowser.text(page, "h1")).as(path).isEqualTo("Page not found");
		}
	}

	@Test
	void showsThatAPageTokenIsOfNoUse() throws IOException {
		HtmlPage page = this.browser.open("/organizations?page=nonsense");
		assertThat(page.getWebResponse().getStatusCode()).isEqualTo(400);
		assertThat(PlainBrowser.text(page, "h1")).isEqualTo("Scalekit did not accept this");
	}

	private static List<String> identifiers(HtmlPage page) {
		return PlainBrowser.texts(page, "tbody td:nth-child(4)");
	}

	private static boolean has(HtmlPage page, String link) {
		return page.getAnchors().stream().anyMatch((anchor) -> anchor.getVisibleText().contains(link));
	}

}
