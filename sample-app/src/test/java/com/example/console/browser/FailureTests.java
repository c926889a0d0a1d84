package com.example.console.browser;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person sees when something goes wrong.
 */
@BrowserTest
class FailureTests {

	private static final String LIST = "GET /api/v1/organizations";

	@Autowired
	private ScalekitServer scalekit;

	@BeforeEach
	@AfterEach
	void reset() {
		this.scalekit.reset();
	}

	@Test
	void thatPassesCanBeTriedAgain(Browser browser) {
		this.scalekit.organizations().add("Still Here");
		this.scalekit.outage(Duration.ofMinutes(1));
		browser.open("/organizations");
		assertThat(browser.status()).isEqualTo(503);
		assertThat(browser.text("h1")).isEqualTo("Scalekit cannot be reached");
		this.scalekit.endOutage();
		browser.follow("Try again");
		assertThat(browser.text("tbody th")).contains("Still Here");
	}

	@Test
	void thatAsksForAPauseTellsItsLength(Browser browser) {
		this.scalekit.next(LIST).respondsWith(ScriptedResponse.tooManyRequests(Duration.ofSeconds(42)));
		browser.open("/organizations");
		assertThat(browser.text("h1")).isEqualTo("Too many requests");
		assertThat(browser.text("main")).contains("Try again in 42 s.").containsPattern("Request ID .*: \\S+");
	}

	@Test
	void thatIsAMatterOfPermissionsTellsSo(Browser browser) {
		this.scalekit.next(LIST).respondsWith(ScriptedResponse.forbidden());
		browser.open("/organizations");
		assertThat(browser.text("h1")).isEqualTo("Scalekit does not allow this");
		assertThat(browser.text("main")).contains("Check its permissions");
	}

	@Test
	void ofAnUnknownOrganizationTellsSo(Browser browser) {
		browser.open("/organizations/org_404");
		assertThat(browser.status()).isEqualTo(404);
		assertThat(browser.text("h1")).isEqualTo("Not found");
		assertThat(browser.text("main")).containsPattern("Request ID .*: \\S+");
		browser.follow("Go to the organizations");
		assertThat(browser.text("h1")).isEqualTo("Organizations");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nothing", "/organizations/%20", "/organizations/1" })
	void ofAnUnknownAddressTellsSo(String path, Browser browser) {
		browser.open(path);
		assertThat(browser.status()).isEqualTo(404);
		assertThat(browser.text("h1")).isEqualTo("Page not found");
	}

	@Test
	void tellsNoDetailsAndKeepsTheFrame(Browser browser) {
		this.scalekit.next(LIST).respondsWith(ScriptedResponse.of(500).withBody("text/plain", "internal detail"));
		this.scalekit.next(LIST).respondsWith(ScriptedResponse.of(500).withBody("text/plain", "internal detail"));
		this.scalekit.next(LIST).respondsWith(ScriptedResponse.of(500).withBody("text/plain", "internal detail"));
		browser.open("/organizations");
		assertThat(browser.text("main")).contains("The console has tried it 3 times.");
		assertThat(browser.text("header")).contains("In-memory environment");
		assertThat(browser.source()).doesNotContain("internal detail", "Exception", this.scalekit.clientSecret());
	}

}
