package com.example.console.browser;

import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.test.ReceivedRequest;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page that shows what the starter does, and the trouble that can be made there. What
 * is to be seen is called for by the tests, so that nothing depends on the time it takes.
 */
@BrowserTest
class ActivityTests {

	private static final String LIST = "GET /api/v1/organizations";

	@Autowired
	private ScalekitServer scalekit;

	@Autowired
	private OrganizationsClient organizations;

	@BeforeEach
	@AfterEach
	void reset() {
		this.scalekit.reset();
	}

	@Test
	void startsAndStopsCalls(Browser browser) {
		browser.open("/activity").press("Start calls");
		assertThat(browser.text("[role=status]")).startsWith("Ten calls a second");
		assertThat(browser.text("#traffic")).contains("Ten calls a second are being made");
		browser.await(() -> number(browser, "#answered") > 2);
		browser.press("Stop calls");
		assertThat(browser.text("#traffic")).contains("No calls are being made now");
	}

	@Test
	void tellsSinceWhenItCounts(Browser browser) {
		browser.open("/activity");
		assertThat(browser.texts("#live section")).satisfiesExactly(
				(totals) -> assertThat(totals).startsWith("Since the start of the console").contains("Requests"),
				(charts) -> assertThat(charts).startsWith("In the last two minutes").contains("Latency"));
		assertThat(browser.texts("figure")).hasSize(6);
	}

	@Test
	void showsTheCallsAsTheyAreMade(Browser browser) {
		browser.open("/activity");
		long requests = number(browser, "#requests");
		call(5);
		browser.await(() -> number(browser, "#requests") == requests + 5);
		browser.await(() -> browser.text("figure").matches("(?s).*highest [1-9]\\d* per second"));
	}

	@Test
	void standsStillWhenItIsPaused(Browser browser) {
		browser.open("/activity").element("#pause").click();
		assertThat(browser.text("#pause")).isEqualTo("Resume");
		long shown = number(browser, "#requests");
		call(5);
		update(browser);
		assertThat(number(browser, "#requests")).isEqualTo(shown);
		browser.element("#pause").click();
		update(browser);
		assertThat(number(browser, "#requests")).isEqualTo(shown + 5);
	}

	/**
	 * Do now what the page does once a second.
	 */
	private static void update(Browser browser) {
		browser.script("return update().then(() => true)");
	}

	@Test
	void isReadWithoutScripts(Browser browser) {
		browser.withoutScripts().open("/activity");
		assertThat(browser.element("#pause").isDisplayed()).isFalse();
		long shown = number(browser, "#requests");
		call(5);
		browser.follow("Reload");
		assertThat(number(browser, "#requests")).isEqualTo(shown + 5);
	}

	@Test
	void ridesThroughRevokedTokens(Browser browser) {
		call(1);
		browser.open("/activity");
		long refusals = number(browser, "#tokenRefusals");
		browser.press("Revoke all tokens");
		call(1);
		browser.open("/activity");
		assertThat(number(browser, "#tokenRefusals")).isEqualTo(refusals + 1);
		assertThat(statuses()).containsExactly(200, 401, 200);
	}

	@Test
	void showsHowLongTheAccessTokenIsValid(Browser browser) {
		call(1);
		browser.open("/activity");
		browser.await(() -> browser.texts("figure").get(5).matches("(?s)Access token\\s+23 h \\d+ min left.*"));
	}

	/**
	 * The retry waits for as long as Scalekit wants it to, and then succeeds, as the
	 * server is told to be no longer busy.
	 */
	@Test
	void ridesThroughTooManyRequests(Browser browser) throws Exception {
		browser.open("/activity");
		long retries = number(browser, "#retries");
		browser.press("Too many requests");
		Thread call = new Thread(() -> call(1));
		call.start();
		browser.await(() -> statuses().toList().contains(429));
		this.scalekit.reset();
		call.join();
		browser.open("/activity");
		assertThat(number(browser, "#retries")).isEqualTo(retries + 1);
		assertThat(statuses()).containsExactly(200);
	}

	@Test
	void showsAnOutage(Browser browser) {
		browser.open("/activity").press("Outage of 5 seconds");
		assertThat(browser.text("[role=status]")).contains("503 for 5 seconds");
		long failed = number(browser, "#failed");
		browser.press("Start calls").await(() -> number(browser, "#failed") > failed);
		this.scalekit.endOutage();
		long answered = number(browser, "#answered");
		browser.await(() -> number(browser, "#answered") > answered);
		browser.press("Stop calls");
	}

	@Test
	void showsSlowAnswers(Browser browser) {
		browser.open("/activity").press("Slow answers");
		call(1);
		browser.await(() -> browser.texts("figure").get(3).matches("(?s).*highest \\d,\\d\\d\\d ms.*"));
		assertThat(this.scalekit.requests(LIST)).extracting(ReceivedRequest::status).containsExactly(200);
	}

	private void call(int times) {
		for (int i = 0; i < times; i++) {
			this.organizations.list();
		}
	}

	private Stream<Integer> statuses() {
		return this.scalekit.requests(LIST).stream().map(ReceivedRequest::status);
	}

	private static long number(Browser browser, String selector) {
		return Long.parseLong(browser.text(selector).replace(",", ""));
	}

}
