package com.example.console.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.example.console.Administrator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.webhooks.WebhookEvent;
import com.scalekit.spring.webhooks.events.ScalekitEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the page shows of what arrives.
 */
@SpringBootTest(properties = "scalekit.environment-url=")
@AutoConfigureMockMvc
@Import({ Administrator.class, WebhooksControllerTests.FailingListener.class })
class WebhooksControllerTests {

	private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

	@Autowired
	private MockMvcTester console;

	@Autowired
	private ScalekitServer scalekit;

	@Autowired
	private Deliveries deliveries;

	@Autowired
	private FailingListener listener;

	@BeforeEach
	void reset() {
		this.listener.failing = false;
	}

	@Test
	void showsAnEvent() {
		WebhookEvent event = this.scalekit.webhooks()
			.event("organization.created")
			.data("display_name", "Fish & <b>Chips</b>")
			.organization("org_42")
			.occurredAt(TIME);
		Instant before = Instant.now();
		deliver(event, HttpStatus.OK);
		Delivery delivery = newest();
		assertThat(delivery.type()).isEqualTo("organization.created");
		assertThat(delivery.outcome()).isEqualTo("handled");
		assertThat(delivery.arrivedAt()).isBetween(before, Instant.now());
		assertThat(delivery.took()).isBetween(Duration.ofNanos(1), Duration.between(before, Instant.now()));
		assertThat(row()).contains("organization.<wbr>created<wbr></code>",
				"<a href=\"/organizations/org_42\">Fish &amp; &lt;b&gt;Chips&lt;/b&gt;</a>",
				"<time datetime=\"2026-01-02T03:04:05Z\" data-pattern=\"d MMM, HH:mm:ss\">2 Jan, 03:04:05 UTC</time>",
				"<span class=\"badge badge--handled\">Handled</span>", delivery.getMilliseconds());
	}

	@Test
	void showsTheNameOfTheOrganizationOfAMember() {
		deliver(this.scalekit.webhooks()
			.event("user.organization_membership_created")
			.data("organization.display_name", "Acme")
			.organization("org_42"), HttpStatus.OK);
		assertThat(row()).contains("<a href=\"/organizations/org_42\">Acme</a>");
	}

	@Test
	void showsTheIdOfAnOrganizationWithoutAName() {
		deliver(this.scalekit.webhooks().event("organization.directory_enabled").organization("org_42"), HttpStatus.OK);
		assertThat(row()).contains("<a href=\"/organizations/org_42\">org_42</a>");
	}

	@Test
	void showsAnEventOfTheEnvironment() {
		deliver(this.scalekit.webhooks().unpublishedEvent("environment.painted", "Environment"), HttpStatus.OK);
		assertThat(row()).contains("environment.<wbr>painted<wbr></code>", "<span class=\"quiet\">none</span>");
	}

	@Test
	void showsADuplicateWithItsEvent() {
		WebhookEvent event = this.scalekit.webhooks().event("organization.updated").organization("org_43");
		deliver(event, HttpStatus.OK);
		Delivery first = newest();
		deliver(event, HttpStatus.OK);
		assertThat(newest()).isNotEqualTo(first)
			.returns("duplicate", Delivery::outcome)
			.returns(first.event(), Delivery::event);
		assertThat(row()).contains("organization.<wbr>updated", "<a href=\"/organizations/org_43\">",
				"<span class=\"badge badge--duplicate\">Duplicate</span>");
	}

	@Test
	void showsADuplicateOfWhatIsNoLongerShown() {
		WebhookEvent event = this.scalekit.webhooks().event("organization.updated").organization("org_44");
		deliver(event, HttpStatus.OK);
		for (int i = 0; i < Deliveries.CAPACITY; i++) {
			deliver(this.scalekit.webhooks().event("organization.updated"), HttpStatus.OK);
		}
		deliver(event, HttpStatus.OK);
		assertThat(row()).contains("organization.<wbr>updated", "Duplicate", "<span class=\"quiet\">unknown</span>");
	}

	@Test
	void showsAFailureAndThatTheNextAttemptSucceeds() {
		WebhookEvent event = this.scalekit.webhooks().event("organization.deleted").organization("org_45");
		this.listener.failing = true;
		deliver(event, HttpStatus.INTERNAL_SERVER_ERROR);
		assertThat(row()).contains("<a href=\"/organizations/org_45\">",
				"<span class=\"badge badge--failed\">Failed</span>");
		this.listener.failing = false;
		deliver(event, HttpStatus.OK);
		assertThat(row()).contains("Handled");
	}

	@Test
	void showsWhatCannotBeRead() {
		deliver(this.scalekit.webhooks().event("organization.created").data("id", null),
				HttpStatus.INTERNAL_SERVER_ERROR);
		assertThat(newest().event()).isNull();
		assertThat(row()).contains("organization.<wbr>created",
				"<span class=\"badge badge--unreadable\">Unreadable</span>");
	}

	@Test
	void countsWhatIsRefusedAndShowsNothingOfIt() {
		List<Delivery> before = this.deliveries.newestFirst();
		long refused = this.deliveries.refused();
		deliver(this.scalekit.webhooks().event("organization.created").forged(), HttpStatus.BAD_REQUEST);
		assertThat(this.deliveries.newestFirst()).isEqualTo(before);
		assertThat(page()).containsPattern(
				"<strong>%d</strong>\\s+<span>deliver(y was|ies were)</span> refused".formatted(refused + 1));
	}

	@Test
	void isNotAboutEventsThatTheConsolePublishesItself(@Autowired DeliveryRecorder recorder) {
		deliver(this.scalekit.webhooks().event("organization.created"), HttpStatus.OK);
		List<Delivery> before = this.deliveries.newestFirst();
		recorder.published(Objects.requireNonNull(newest().event()));
		assertThat(this.deliveries.newestFirst()).isEqualTo(before);
	}

	private void deliver(WebhookEvent event, HttpStatus expected) {
		assertThat(this.console.post()
			.uri("/scalekit/webhooks")
			.headers((headers) -> event.headers().forEach(headers::set))
			.content(event.body())).hasStatus(expected);
	}

	private Delivery newest() {
		return this.deliveries.newestFirst().get(0);
	}

	/**
	 * Return the row of the newest delivery.
	 */
	private String row() {
		String page = page();
		int start = page.indexOf("<tr id=\"delivery-" + newest().id());
		return page.substring(start, page.indexOf("</tr>", start));
	}

	private String page() {
		return new String(this.console.get().uri("/webhooks").exchange().getResponse().getContentAsByteArray());
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class FailingListener {

		private boolean failing;

		@EventListener
		void on(ScalekitEvent event) {
			if (this.failing) {
				throw new IllegalStateException("The listener fails");
			}
		}

	}

}
