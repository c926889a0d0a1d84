package com.example.console.browser;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import com.example.console.PlainBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;
import com.scalekit.spring.test.ReceivedRequest;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page that shows what the starter does, and the trouble that can be made there: each
 * button does what its sentence says. What is to be seen is called for by the tests, so
 * that nothing depends on the time it takes.
 */
@BrowserTest
class ActivityTests {

	private static final String LIST = "GET /api/v1/organizations";

	@Autowired
	private ScalekitServer scalekit;

	@Autowired
	private OrganizationsClient organizations;

	@Autowired
	private ReactiveOrganizationsClient reactiveOrganizations;

	@LocalServerPort
	private int port;

	@BeforeEach
	@AfterEach
	void reset() {
		this.scalekit.reset();
	}

	@Test
	void startsAndStopsCalls(Browser browser) {
		browser.open("/activity");
		long accepted = total(browser, "BEARERS");
		press("Start calls", browser);
		assertThat(browser.text("[role=status] .flash")).startsWith("Ten calls a second");
		assertThat(browser.text("#traffic")).contains("Ten calls a second are being made");
		browser.await(() -> total(browser, "ANSWERED") > 2 && total(browser, "BEARERS") > accepted);
		press("Stop calls", browser);
		assertThat(browser.text("#traffic")).contains("No calls are being made now");
	}

	@Test
	void showsChartsThatCanBeReadAloud(Browser browser) {
		browser.open("/activity");
		assertThat(browser.texts("#live h2")).containsExactly("Test calls", "Calls", "Token", "Webhooks",
				"Sign-ins and access tokens");
		assertThat(browser.attributes("aria-label")).filteredOn((label) -> label.contains("in the last two minutes"))
			.hasSize(17)
			.anySatisfy((label) -> assertThat(label)
				.matches("Requests in the last two minutes: at most [\\d,]+ per second, now [\\d,]+ per second"));
		assertThat(browser.texts("#REQUESTS .plot span")).last().isEqualTo("now");
	}

	@Test
	void showsTheCallsAsTheyAreMade(Browser browser) {
		browser.open("/activity");
		long requests = total(browser, "REQUESTS");
		call(5);
		browser.await(() -> total(browser, "REQUESTS") == requests + 5);
		browser.await(() -> number(browser.text("#REQUESTS .highest")) > 1);
		assertThat(browser.text("#connection")).isEqualTo("Live");
	}

	@Test
	void standsStillWhenItIsPaused(Browser browser) {
		browser.open("/activity").element("#pause").click();
		assertThat(browser.text("#pause")).isEqualTo("Resume");
		long shown = total(browser, "REQUESTS");
		call(5);
		update(browser);
		assertThat(total(browser, "REQUESTS")).isEqualTo(shown);
		browser.element("#pause").click();
		update(browser);
		assertThat(total(browser, "REQUESTS")).isEqualTo(shown + 5);
	}

	@Test
	void leavesAloneWhatHasNotChanged(Browser browser) {
		browser.open("/activity");
		browser.script("document.getElementById('traffic').untouched = true; return true");
		call(1);
		update(browser);
		assertThat(browser.script("return document.getElementById('traffic').untouched === true")).isEqualTo(true);
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
		long shown = total(browser, "REQUESTS");
		call(5);
		browser.follow("Reload");
		assertThat(total(browser, "REQUESTS")).isEqualTo(shown + 5);
		browser.press("Sign with a new key");
		assertThat(browser.text(".flash")).isEqualTo("Scalekit signs with a new key from now on");
	}

	@Test
	void explainsEachButton(Browser browser) {
		browser.open("/activity");
		assertThat(browser.attributes("aria-describedby")).hasSize(9)
			.allSatisfy((id) -> assertThat(browser.text("#" + id)).contains("Watch "));
	}

	@Test
	void showsAnOutage(Browser browser) {
		browser.open("/activity");
		press("Outage of 5 seconds", browser);
		assertThat(browser.text(".flash")).contains("503 for 5 seconds");
		long failed = total(browser, "FAILED");
		press("Start calls", browser);
		browser.await(() -> total(browser, "FAILED") > failed);
		this.scalekit.endOutage();
		long answered = total(browser, "ANSWERED");
		browser.await(() -> total(browser, "ANSWERED") > answered);
		press("Stop calls", browser);
	}

	@Test
	void ridesThroughTooManyRequests(Browser browser) {
		call(50);
		long retries = total(browser.open("/activity"), "RETRIES");
		press("Too many requests", browser);
		Flux.range(0, 30).flatMap((i) -> this.reactiveOrganizations.list(), 30).blockLast();
		assertThat(total(browser.open("/activity"), "RETRIES")).isEqualTo(retries + 20);
	}

	@Test
	void ridesThroughBrokenConnections(Browser browser) {
		call(50);
		long retries = total(browser.open("/activity"), "RETRIES");
		press("Broken connections", browser);
		call(40);
		assertThat(total(browser.open("/activity"), "RETRIES")).isEqualTo(retries + 20);
	}

	@Test
	void showsSlowAnswers(Browser browser) {
		browser.open("/activity");
		press("Slow answers", browser);
		call(1);
		browser.await(() -> number(browser.text("#LATENCY .highest")) >= 1000);
		assertThat(statuses()).containsExactly(200);
	}

	/**
	 * In this order, as a token that has just replaced a refused one is not replaced.
	 */
	@Test
	void ridesThroughShortLivedAndRevokedTokens(Browser browser) {
		call(1);
		assertReplaced("Tokens of 10 seconds", browser);
		browser.await(() -> browser.text("#TOKEN .latest").matches("\\d s left"));
		press("Tokens of a day", browser);
		press("Start calls", browser);
		long failed = total(browser, "FAILED");
		long refusals = total(browser, "TOKEN_REFUSALS");
		browser.await(() -> browser.text("#TOKEN .latest").matches("23 h \\d+ min left"));
		press("Stop calls", browser);
		assertThat(total(browser, "FAILED")).isEqualTo(failed);
		assertThat(total(browser, "TOKEN_REFUSALS")).isEqualTo(refusals);
		assertReplaced("Revoke all tokens", browser);
	}

	private void assertReplaced(String button, Browser browser) {
		browser.open("/activity");
		long refusals = total(browser, "TOKEN_REFUSALS");
		long requests = total(browser, "TOKEN_REQUESTS");
		press(button, browser);
		call(2);
		browser.open("/activity");
		assertThat(total(browser, "TOKEN_REFUSALS")).isEqualTo(refusals + 1);
		assertThat(total(browser, "TOKEN_REQUESTS")).isEqualTo(requests + 1);
		assertThat(statuses()).endsWith(401, 200, 200);
	}

	@Test
	void leavesOutAWebhookThatIsSentAgain(Browser browser) {
		this.scalekit.organizations().add("Twice");
		this.scalekit.webhooks().awaitDeliveries();
		browser.open("/activity");
		List<Long> shown = List.of(total(browser, "WEBHOOKS"), total(browser, "DUPLICATES"));
		press("Send a webhook again", browser);
		assertThat(browser.text(".flash")).isEqualTo("Sent organization.created again");
		assertThat(total(browser, "WEBHOOKS")).isEqualTo(shown.get(0));
		assertThat(total(browser, "DUPLICATES")).isEqualTo(shown.get(1) + 1);
	}

	@Test
	void fetchesANewKeyOnce(Browser browser) {
		bringToken();
		browser.open("/activity");
		List<Long> shown = List.of(total(browser, "KEYS"), total(browser, "BEARERS"), total(browser, "REFUSED"));
		press("Sign with a new key", browser);
		bringToken();
		bringToken();
		browser.open("/activity");
		assertThat(total(browser, "KEYS")).isEqualTo(shown.get(0) + 1);
		assertThat(total(browser, "BEARERS")).isEqualTo(shown.get(1) + 2);
		assertThat(total(browser, "REFUSED")).isEqualTo(shown.get(2));
	}

	@Test
	void staysWhereItIs(Browser browser) {
		browser.open("/activity");
		browser.script("scrollTo(0, 300); return window.untouched = true");
		press("Sign with a new key", browser);
		assertThat(browser.text(".flash")).isEqualTo("Scalekit signs with a new key from now on");
		assertThat(browser.script("return window.untouched")).isEqualTo(true);
		assertThat(browser.focused().getText()).isEqualTo("Sign with a new key");
		press("Stop calls", browser);
		assertThat(browser.texts(".flash")).containsExactly("No more calls");
	}

	@Test
	void countsWhoIsLetInAndWhoIsNot(Browser browser) throws IOException {
		String organization = this.scalekit.organizations().add("Acme");
		this.scalekit.users().add("ann@acme.example", (user) -> user.memberOf(organization));
		this.scalekit.users().signIn("ann@acme.example");
		browser.open("/activity");
		List<Long> shown = List.of(total(browser, "SIGN_INS"), total(browser, "BEARERS"), total(browser, "REFUSED"));
		try (PlainBrowser ann = new PlainBrowser(this.port)) {
			ann.open("/account");
		}
		bring("nonsense");
		browser.open("/activity");
		assertThat(total(browser, "SIGN_INS")).isEqualTo(shown.get(0) + 1);
		assertThat(total(browser, "BEARERS")).isEqualTo(shown.get(1));
		assertThat(total(browser, "REFUSED")).isEqualTo(shown.get(2) + 1);
	}

	/**
	 * Press a button without leaving the page.
	 */
	private static void press(String button, Browser browser) {
		browser.script("document.querySelector('main > [role=status]').replaceChildren(); return true");
		browser.element("#buttons")
			.findElement(By.xpath(".//button[normalize-space()='%s']".formatted(button)))
			.click();
		browser.await(() -> !browser.text(".flash").isEmpty());
	}

	private void bringToken() {
		bring(this.scalekit.accessTokens().user("usr_program").sign());
	}

	private void bring(String token) {
		RestClient.create("http://localhost:" + this.port)
			.get()
			.uri("/api/me")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange((request, response) -> response.getStatusCode());
	}

	private void call(int times) {
		for (int i = 0; i < times; i++) {
			this.organizations.list();
		}
	}

	private Stream<Integer> statuses() {
		return this.scalekit.requests(LIST).stream().map(ReceivedRequest::status);
	}

	private static long total(Browser browser, String figure) {
		String selector = "#%s strong".formatted(figure);
		browser.await(() -> !browser.text(selector).isEmpty());
		return number(browser.text(selector));
	}

	private static long number(String text) {
		return Long.parseLong(text.replace(",", ""));
	}

}
