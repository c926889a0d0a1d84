package com.example.console.browser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is signed in to an organization.
 */
@BrowserTest
class SessionsTests {

	@Autowired
	private ScalekitServer scalekit;

	private String acme = "";

	private String other = "";

	private String ada = "";

	@BeforeEach
	void reset() {
		this.scalekit.reset();
		this.acme = this.scalekit.organizations().add("Acme");
		this.other = this.scalekit.organizations().add("Other");
		this.ada = this.scalekit.users()
			.add("ada@acme.example", (user) -> user.name("Ada", "Byron").memberOf(this.acme).memberOf(this.other));
	}

	@Test
	void areListedWithTheirDevices(Browser browser) {
		this.scalekit.users().add("bob@acme.example", (user) -> user.memberOf(this.acme));
		this.scalekit.sessions()
			.add(this.ada, this.acme,
					(session) -> session.device("desktop", "Linux", "Firefox").from("198.51.100.7", "FR", "Lyon"));
		browser.open("/organizations/" + this.acme).follow("Sessions");
		assertThat(browser.texts("tbody tr")).hasSize(2);
		assertThat(browser.texts("tbody tr").get(0)).contains("Ada Byron", "ada@acme.example", "Firefox", "Linux",
				"198.51.100.7, Lyon");
		assertThat(browser.texts("tbody tr").get(1)).contains("bob@acme.example", "not signed in");
	}

	@Test
	void areOfUsersOnly(Browser browser) {
		String empty = this.scalekit.organizations().add("Empty");
		assertThat(browser.open(sessions(empty)).text("main")).contains("Nobody here");
	}

	@Test
	void areEndedOneByOneWithoutAnyScript(Browser browser) {
		String kept = this.scalekit.sessions().add(this.ada, this.acme);
		String ended = this.scalekit.sessions().add(this.ada, this.acme);
		browser.withoutScripts().open(sessions(this.acme));
		assertThat(browser.elements("form[action$='%s']".formatted(kept))).hasSize(1);
		browser.element("form[action$='%s'] button".formatted(ended)).click();
		assertThat(browser.text("[role=status]")).isEqualTo("Session ended");
		assertThat(browser.elements("form[action$='%s']".formatted(ended))).isEmpty();
		assertThat(isActive(kept)).isTrue();
		assertThat(isActive(ended)).isFalse();
	}

	@Test
	void areEndedAllAtOnceInThisOrganizationOnly(Browser browser) {
		String first = this.scalekit.sessions().add(this.ada, this.acme);
		String second = this.scalekit.sessions().add(this.ada, this.acme);
		String elsewhere = this.scalekit.sessions().add(this.ada, this.other);
		browser.open(sessions(this.acme)).press("End all sessions of ada@acme.example");
		assertThat(browser.text("[role=status]")).isEqualTo("2 sessions ended");
		assertThat(browser.texts("tbody tr")).singleElement().asString().contains("not signed in");
		assertThat(isActive(first)).isFalse();
		assertThat(isActive(second)).isFalse();
		assertThat(isActive(elsewhere)).isTrue();
	}

	@Test
	void ofOtherOrganizationsAreNotShownAndNotEnded(Browser browser) {
		String elsewhere = this.scalekit.sessions().add(this.ada, this.other);
		String here = this.scalekit.sessions().add(this.ada, this.acme);
		browser.open(sessions(this.acme));
		assertThat(browser.source()).contains(here).doesNotContain(elsewhere);
		send(browser, here, elsewhere);
		assertThat(browser.status()).isEqualTo(404);
		this.scalekit.sessions().end(here);
		String another = this.scalekit.users().add("eve@other.example", (user) -> user.memberOf(this.other));
		this.scalekit.sessions().add(another, this.other);
		this.scalekit.sessions().add(this.ada, this.acme);
		browser.open(sessions(this.acme));
		send(browser, "ses_", another);
		assertThat(browser.status()).isEqualTo(404);
		assertThat(this.scalekit.requests("POST /api/v1/sessions/{session_id}/revoke")).isEmpty();
	}

	/**
	 * Send a form of the page to another address.
	 */
	private static void send(Browser browser, String shown, String id) {
		browser.script(
				"const form = document.querySelector('form[action*=\"%s\"]'); form.action = form.action.replace(/[a-z]+_\\d+$/, '%s'); return true"
					.formatted(shown, id));
		browser.press("End session 1 of ada@acme.example");
	}

	private boolean isActive(String id) {
		return this.scalekit.sessions().get(id).isActive();
	}

	private static String sessions(String organizationId) {
		return "/organizations/" + organizationId + "/sessions";
	}

}
