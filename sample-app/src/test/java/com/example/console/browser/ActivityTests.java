package com.example.console.browser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page that shows what the starter does, and the trouble that can be made there.
 */
@BrowserTest
class ActivityTests {

	private static final String LIST = "GET /api/v1/organizations";

	@Autowired
	private ScalekitServer scalekit;

	@BeforeEach
	@AfterEach
	void reset() {
		this.scalekit.reset();
	}

	@AfterEach
	void stopCalls(Browser browser) {
		browser.open("/activity").press("Stop calls");
	}

	@Test
	void showsTheCallsAsTheyAreMade(Browser browser) {
		browser.open("/activity");
		assertThat(browser.texts("figure")).hasSize(6);
		long requests = number(browser, "#requests");
		browser.press("Start calls");
		assertThat(browser.text("[role=status]")).startsWith("Ten calls a second");
		browser.await(() -> number(browser, "#requests") > requests + 5);
		browser.await(() -> !browser.text("figure").contains("highest 0"));
		assertThat(browser.text("#traffic")).contains("Ten calls a second are being made");
		browser.press("Stop calls");
		assertThat(browser.text("#traffic")).contains("No calls are being made now");
	}

	@Test
	void standsStillWhenItIsPaused(Browser browser) {
		browser.open("/activity").press("Start calls");
		browser.await(() -> number(browser, "#requests") > 0);
		browser.element("#pause").click();
		assertThat(browser.text("#pause")).isEqualTo("Resume");
		int present = this.scalekit.requests(LIST).size();
		long shown = number(browser, "#requests");
		browser.await(() -> this.scalekit.requests(LIST).size() > present + 25);
		assertThat(number(browser, "#requests")).isBetween(shown, shown + 15);
		browser.element("#pause").click();
		browser.await(() -> number(browser, "#requests") > shown + 20);
	}

	@Test
	void isReadWithoutScripts(Browser browser) {
		browser.withoutScripts().open("/activity").press("Start calls");
		assertThat(browser.element("#pause").isDisplayed()).isFalse();
		browser.await(() -> this.scalekit.requests(LIST).size() > 5);
		long shown = number(browser, "#requests");
		browser.follow("Reload");
		assertThat(number(browser, "#requests")).isGreaterThan(shown);
	}

	@Test
	void ridesThroughRevokedTokens(Browser browser) {
		browser.open("/activity").press("Start calls");
		browser.await(() -> number(browser, "#answered") > 0);
		long failed = number(browser, "#failed");
		long refusals = number(browser, "#tokenRefusals");
		browser.press("Revoke all tokens");
		browser.await(() -> number(browser, "#tokenRefusals") > refusals);
		long answered = number(browser, "#answered");
		browser.await(() -> number(browser, "#answered") > answered + 5);
		assertThat(number(browser, "#failed")).isEqualTo(failed);
	}

	@Test
	void ridesThroughTooManyRequests(Browser browser) {
		browser.open("/activity").press("Start calls");
		browser.await(() -> number(browser, "#answered") > 0);
		long failed = number(browser, "#failed");
		long retries = number(browser, "#retries");
		browser.press("Too many requests");
		browser.await(() -> number(browser, "#retries") >= retries + 20);
		long answered = number(browser, "#answered");
		browser.await(() -> number(browser, "#answered") > answered + 20);
		assertThat(number(browser, "#failed")).isEqualTo(failed);
	}

	@Test
	void comesBackAfterAnOutage(Browser browser) {
		browser.open("/activity").press("Start calls");
		browser.await(() -> number(browser, "#answered") > 0);
		long failed = number(browser, "#failed");
		browser.press("Outage of 5 seconds");
		assertThat(browser.text("[role=status]")).contains("503 for 5 seconds");
		browser.await(() -> number(browser, "#failed") > failed);
		long answered = number(browser, "#answered");
		browser.await(() -> number(browser, "#answered") > answered + 5);
	}

	@Test
	void refreshesTokensInTheBackground(Browser browser) {
		browser.open("/activity").press("Start calls").press("Tokens of 30 seconds");
		browser.await(() -> browser.texts("figure").get(5).matches("(?s)Access token\\s+[12]?\\d s left.*"));
		long failed = number(browser, "#failed");
		long tokenRequests = number(browser, "#tokenRequests");
		browser.await(() -> number(browser, "#tokenRequests") > tokenRequests + 1);
		assertThat(number(browser, "#failed")).isEqualTo(failed);
	}

	@Test
	void waitsForSlowAnswers(Browser browser) {
		browser.open("/activity").press("Start calls");
		browser.await(() -> number(browser, "#answered") > 0);
		long failed = number(browser, "#failed");
		browser.press("Slow answers");
		browser.await(() -> browser.texts("figure").get(3).matches("(?s)Latency\\s+(\\d,\\d|[5-9])\\d\\d ms.*"));
		assertThat(number(browser, "#failed")).isEqualTo(failed);
	}

	private static long number(Browser browser, String selector) {
		return Long.parseLong(browser.text(selector).replace(",", ""));
	}

}
