package com.example.console.browser;

import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who has signed in to an organization, or has tried.
 */
@BrowserTest
class SignInsTests {

	@Autowired
	private ScalekitServer scalekit;

	private String acme = "";

	private String other = "";

	@BeforeEach
	void reset() {
		this.scalekit.reset();
		this.acme = this.scalekit.organizations().add("Acme");
		this.other = this.scalekit.organizations().add("Other");
	}

	@Test
	void areListedNewestFirst(Browser browser) {
		String connection = this.scalekit.connections().add(this.acme, (okta) -> okta.saml().provider("OKTA"));
		this.scalekit.authenticationLogs()
			.add("ada@acme.example",
					(signIn) -> signIn.organization(this.acme)
						.status("SUCCESS")
						.connection(connection, "SAML", "OKTA"));
		add("bob@acme.example", this.acme, "FAILED");
		add("eve@other.example", this.other, "SUCCESS");
		browser.open("/organizations/" + this.acme).follow("Sign-in log");
		assertThat(browser.texts("tbody tr")).hasSize(2);
		assertThat(browser.texts("tbody tr").get(0)).contains("bob@acme.example", "no connection", "Failed");
		assertThat(browser.texts("tbody tr").get(1)).contains("ada@acme.example", "Okta", "Signed in");
		browser.follow("Okta");
		assertThat(browser.path()).isEqualTo("/organizations/%s/connections/%s".formatted(this.acme, connection));
	}

	@Test
	void areNoneAtFirst(Browser browser) {
		add("eve@other.example", this.other, "SUCCESS");
		assertThat(browser.open(signIns()).text("main")).contains("Nobody has tried to sign in to this organization");
	}

	@Test
	void areFilteredInTheAddress(Browser browser) {
		add("ada@acme.example", this.acme, "SUCCESS");
		add("ada@acme.example", this.acme, "FAILED");
		add("bob@acme.example", this.acme, "FAILED");
		browser.withoutScripts().open(signIns()).enter("E-mail address", "ADA@acme.example").press("Show");
		assertThat(browser.texts("tbody tr")).hasSize(2);
		browser.select("Result", "Failed").press("Show");
		assertThat(browser.texts("tbody tr")).singleElement().asString().contains("ada@acme.example", "Failed");
		assertThat(browser.address()).contains("email=ADA%40acme.example", "status=FAILED");
		browser.open(browser.address());
		assertThat(browser.valueOf("E-mail address")).isEqualTo("ADA@acme.example");
		assertThat(browser.valueOf("Result")).isEqualTo("FAILED");
		assertThat(browser.texts("tbody tr")).hasSize(1);
	}

	@Test
	void areThoseUpToADay(Browser browser) {
		this.scalekit.at(Instant.parse("2026-01-31T23:59:59Z"), () -> add("old@acme.example", this.acme, "SUCCESS"));
		this.scalekit.at(Instant.parse("2026-02-01T00:00:00Z"), () -> add("new@acme.example", this.acme, "SUCCESS"));
		browser.open(signIns() + "?until=2026-01-31");
		assertThat(browser.texts("tbody th > span")).containsExactly("old@acme.example");
		browser.open(signIns() + "?until=2026-02-01");
		assertThat(browser.texts("tbody th > span")).containsExactly("new@acme.example", "old@acme.example");
	}

	/**
	 * Scalekit cannot filter by organization.
	 */
	@Test
	void areFoundBehindThoseOfOthersStepByStep(Browser browser) {
		add("ada@acme.example", this.acme, "SUCCESS");
		for (int i = 0; i < 1_000; i++) {
			add("eve@other.example", this.other, "SUCCESS");
		}
		browser.open(signIns());
		assertThat(this.scalekit.requests("GET /api/v1/logs/authentication/requests")).hasSize(10);
		assertThat(browser.text("main")).contains("There is none among those that were looked at");
		browser.follow("Older");
		assertThat(browser.texts("tbody th > span")).containsExactly("ada@acme.example");
		browser.follow("Newest");
		assertThat(browser.texts("tbody th")).isEmpty();
	}

	private void add(String email, String organizationId, String status) {
		this.scalekit.authenticationLogs().add(email, (signIn) -> signIn.organization(organizationId).status(status));
	}

	private String signIns() {
		return "/organizations/" + this.acme + "/sign-ins";
	}

}
