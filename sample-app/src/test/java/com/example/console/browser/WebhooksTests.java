package com.example.console.browser;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page that shows webhooks as they arrive. Other tests share its console, so each
 * looks for what it has caused.
 */
@BrowserTest
class WebhooksTests {

	private static final String ORGANIZATIONS = "tbody td:nth-child(2)";

	private static final String RESULTS = "tbody td:nth-child(5)";

	@Autowired
	private ScalekitServer scalekit;

	@BeforeEach
	void reset() {
		this.scalekit.reset();
	}

	@Test
	void showsAnOrganizationThatIsCreatedInAnotherTab(Browser browser) {
		openAndAwaitConnection(browser);
		browser.script("window.untouched = true; return open('/organizations/new') !== null");
		browser.inNewTab(() -> browser.enter("Name", "Created Elsewhere").press("Create organization"));
		browser.await(() -> browser.texts(ORGANIZATIONS).contains("Created Elsewhere"));
		assertThat(browser.script("return window.untouched")).isEqualTo(true);
		assertThat(browser.text("tbody th")).isEqualTo("organization.created");
		assertThat(browser.text(RESULTS)).isEqualTo("Handled");
		browser.follow("Created Elsewhere");
		assertThat(browser.text("h1 > :last-child")).isEqualTo("Created Elsewhere");
	}

	@Test
	void showsWhatArrivesWhileItIsLookedAt(Browser browser) {
		openAndAwaitConnection(browser);
		for (String name : List.of("First", "Second", "Third")) {
			this.scalekit.organizations().add(name);
			browser.await(() -> browser.text(ORGANIZATIONS).equals(name));
		}
		assertThat(browser.texts(ORGANIZATIONS)).startsWith("Third", "Second", "First");
		assertThat(browser.elements("tbody tr").stream().map((row) -> row.getDomAttribute("id")))
			.doesNotHaveDuplicates();
	}

	@Test
	void leavesTheKeyboardWhereItIs(Browser browser) {
		deliver("Focused");
		openAndAwaitConnection(browser);
		browser.script("document.querySelector('tbody a').focus(); return true");
		deliver("Another");
		browser.await(() -> browser.text(ORGANIZATIONS).equals("Another"));
		assertThat(browser.focused().getText()).isEqualTo("Focused");
	}

	@Test
	void missesNothingWhileItIsNotConnected(Browser browser) {
		deliver("Connected");
		openAndAwaitConnection(browser);
		browser.script("clearTimeout(timer); return true");
		deliver("Meanwhile");
		deliver("Meanwhile, Too");
		assertThat(browser.text(ORGANIZATIONS)).isEqualTo("Connected");
		browser.script("update(); return true");
		browser.await(() -> browser.text(ORGANIZATIONS).equals("Meanwhile, Too"));
		assertThat(browser.texts(ORGANIZATIONS)).startsWith("Meanwhile, Too", "Meanwhile", "Connected");
		assertThat(browser.texts(ORGANIZATIONS)).filteredOn("Connected"::equals).hasSize(1);
	}

	@Test
	void showsThatTheSameEventIsADuplicate(Browser browser) {
		deliver("Twice");
		browser.open("/webhooks").press("Send the last one again");
		assertThat(browser.text("[role=status]")).isEqualTo("Sent organization.created again");
		assertThat(browser.texts(ORGANIZATIONS)).startsWith("Twice", "Twice");
		assertThat(browser.texts(RESULTS)).startsWith("Duplicate", "Handled");
	}

	@Test
	void isReadWithoutScripts(Browser browser) {
		browser.withoutScripts().open("/webhooks");
		assertThat(browser.text("#connection")).isEmpty();
		deliver("Without Scripts");
		assertThat(browser.texts(ORGANIZATIONS)).doesNotContain("Without Scripts");
		browser.follow("Reload");
		assertThat(browser.text(ORGANIZATIONS)).isEqualTo("Without Scripts");
		browser.press("Send the last one again");
		assertThat(browser.texts(RESULTS)).startsWith("Duplicate", "Handled");
	}

	@Test
	void fitsAPhoneWithLongNames(Browser browser) {
		deliver("W".repeat(200));
		browser.size(360, 740).open("/webhooks");
		assertThat(browser.texts(ORGANIZATIONS)).startsWith("W".repeat(200));
		assertThat(browser.width()).isEqualTo(360);
		assertThat(browser.elements("tbody tr:first-child .badge")).filteredOn((badge) -> badge.isDisplayed())
			.singleElement()
			.satisfies((badge) -> assertThat(badge.getText()).isEqualTo("Handled"));
		assertThat(browser.script("return document.querySelector('table').offsetWidth")).isEqualTo(326L);
	}

	private void deliver(String name) {
		this.scalekit.organizations().add(name);
		this.scalekit.webhooks().awaitDeliveries();
	}

	private static void openAndAwaitConnection(Browser browser) {
		browser.open("/webhooks").await(() -> browser.text("#connection").equals("Live"));
	}

}
