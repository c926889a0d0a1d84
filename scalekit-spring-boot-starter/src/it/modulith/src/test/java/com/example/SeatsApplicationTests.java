package com.example;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventSerializer;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.webhooks.WebhookDelivery;
import com.scalekit.spring.test.webhooks.WebhookEvent;
import com.scalekit.spring.webhooks.events.MembershipEvent;
import com.scalekit.spring.webhooks.events.ScalekitEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for the events of an application with the inbox in its database and Spring
 * Modulith's event publication registry.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "spring.modulith.events.staleness.check-interval=100ms")
@AutoConfigureScalekitServer
class SeatsApplicationTests {

	private static final String JOINED = "user.organization_membership_created";

	@Autowired
	private ScalekitServer scalekit;

	@Autowired
	private TestLicenses licenses;

	@Autowired
	private Veto veto;

	@Autowired
	private Resubmission resubmission;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void reset() {
		this.licenses.reset();
		this.veto.active = false;
		this.veto.received.clear();
		this.jdbc.sql("DELETE FROM SCALEKIT_WEBHOOK_EVENT").update();
		this.jdbc.sql("DELETE FROM EVENT_PUBLICATION").update();
	}

	@Test
	void isAnsweredBeforeTheWorkIsDone() {
		this.licenses.close();
		assertThat(joined().deliver().status()).isEqualTo(200);
		assertThat(this.licenses.assigned()).isEmpty();
		assertThat(publications()).singleElement().isNotEqualTo("COMPLETED");
		this.licenses.open();
		awaitPublications("COMPLETED");
		assertThat(this.licenses.assigned()).containsExactly("ann@acme.com");
		assertThat(this.licenses.committed()).isEqualTo(1);
	}

	@Test
	void workThatFailsIsRepeatedAndTheDeliveryIsNot() {
		this.licenses.failing(true);
		String acme = this.scalekit.organizations().add("Acme");
		this.scalekit.users().add("ann@acme.com", (user) -> user.memberOf(acme));
		this.scalekit.webhooks().awaitDelivery(JOINED);
		awaitPublications("FAILED");
		this.resubmission.resubmit();
		Awaitility.await().until(() -> this.licenses.calls() == 2);
		awaitPublications("FAILED");
		this.licenses.failing(false);
		this.resubmission.resubmit();
		awaitPublications("COMPLETED");
		assertThat(this.licenses.assigned()).containsExactly("ann@acme.com");
		assertThat(this.licenses.calls()).isEqualTo(3);
		this.scalekit.webhooks().awaitDeliveries();
		assertThat(this.scalekit.webhooks().deliveries(JOINED)).extracting(WebhookDelivery::status)
			.containsExactly(200);
	}

	/**
	 * The row is as an instance leaves it that ends in the middle of the work.
	 */
	@Test
	void workThatIsInterruptedIsRepeated() {
		assertThat(joined().deliver().status()).isEqualTo(200);
		awaitPublications("COMPLETED");
		this.jdbc.sql("UPDATE EVENT_PUBLICATION SET STATUS = 'PROCESSING', COMPLETION_DATE = NULL, "
				+ "PUBLICATION_DATE = DATEADD(HOUR, -1, PUBLICATION_DATE)")
			.update();
		awaitPublications("FAILED");
		this.resubmission.resubmit();
		awaitPublications("COMPLETED");
		assertThat(this.licenses.assigned()).containsExactly("ann@acme.com", "ann@acme.com");
	}

	@Test
	void registryKeepsEventsOfAllTypes(@Autowired EventSerializer serializer, @Autowired JsonMapper jsonMapper)
			throws IOException {
		Set<String> types;
		try (InputStream events = ScalekitServer.class.getResourceAsStream("webhooks/events.json")) {
			types = new TreeSet<>(jsonMapper.readTree(events).get("types").propertyNames());
		}
		types.forEach((type) -> assertThat(this.scalekit.webhooks().event(type).deliver().status()).isEqualTo(200));
		assertThat(this.scalekit.webhooks().unpublishedEvent("user.renamed", "User").deliver().status()).isEqualTo(200);
		assertThat(this.veto.received).hasSize(types.size() + 1)
			.hasSizeGreaterThan(41)
			.allSatisfy((event) -> assertThat(copy(event, serializer)).isEqualTo(event));
		awaitPublications("COMPLETED");
	}

	@Test
	void duplicateIsNoWork() {
		assertThat(joined().twice().deliver().status()).isEqualTo(200);
		awaitPublications("COMPLETED");
		assertThat(this.licenses.calls()).isEqualTo(1);
	}

	@Test
	void eventThatIsRolledBackLeavesNothingUntilItIsRepeated() {
		WebhookEvent event = joined();
		this.veto.active = true;
		assertThat(event.deliver().status()).isEqualTo(500);
		assertThat(recorded()).isZero();
		assertThat(publications()).isEmpty();
		this.veto.active = false;
		assertThat(event.deliver().status()).isEqualTo(200);
		assertThat(recorded()).isEqualTo(1);
		awaitPublications("COMPLETED");
		assertThat(this.licenses.calls()).isEqualTo(1);
	}

	private static Object copy(ScalekitEvent event, EventSerializer serializer) {
		return serializer.deserialize(serializer.serialize(event), event.getClass());
	}

	private WebhookEvent joined() {
		return this.scalekit.webhooks().event(JOINED).data("user.email", "ann@acme.com");
	}

	private long recorded() {
		return this.jdbc.sql("SELECT COUNT(*) FROM SCALEKIT_WEBHOOK_EVENT").query(Long.class).single();
	}

	private List<String> publications() {
		return this.jdbc.sql("SELECT STATUS FROM EVENT_PUBLICATION").query(String.class).list();
	}

	private void awaitPublications(String... statuses) {
		Awaitility.await()
			.pollInterval(Duration.ofMillis(10))
			.untilAsserted(() -> assertThat(publications()).containsExactly(statuses));
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Configuration {

		@Bean
		TestLicenses licenses(JdbcClient jdbc) {
			return new TestLicenses(jdbc);
		}

		@Bean
		Veto veto() {
			return new Veto();
		}

	}

	/**
	 * A listener in the transaction of the delivery.
	 */
	static class Veto {

		private final List<ScalekitEvent> received = new CopyOnWriteArrayList<>();

		private volatile boolean active;

		@EventListener
		void received(ScalekitEvent event) {
			this.received.add(event);
		}

		@EventListener
		void joined(MembershipEvent.Created event) {
			if (this.active) {
				throw new IllegalStateException("Not now");
			}
		}

	}

}
