package com.scalekit.spring.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import com.scalekit.spring.webhooks.WebhookRefusedException.Reason;
import com.scalekit.spring.webhooks.events.MembershipEvent;
import com.scalekit.spring.webhooks.events.RoleEvent;
import com.scalekit.spring.webhooks.events.ScalekitEvent;
import com.scalekit.spring.webhooks.events.UnknownEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From headers and bytes to listeners, without HTTP.
 */
class WebhookReceiverTests {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(
			Application.class);

	private final Listeners listeners = this.context.getBean(Listeners.class);

	private final WebhookReceiver receiver = new WebhookReceiver(Deliveries.signature(), new InMemoryWebhookInbox(),
			this.context);

	private CapturedLog log;

	@BeforeEach
	void captureLog() {
		this.log = CapturedLog.start();
	}

	@AfterEach
	void close() {
		this.log.close();
		this.context.close();
	}

	@Test
	void listenersOfATypeOfAGroupAndOfAll() {
		assertThat(deliver("user.organization_membership_created")).isEqualTo(new WebhookReceipt(WebhookOutcome.HANDLED,
				null, EventSamples.of("user.organization_membership_created").payload().get("id").stringValue(),
				"user.organization_membership_created"));
		assertThat(this.listeners.calls).containsExactlyInAnyOrder("joined", "membership", "all");
		this.listeners.calls.clear();
		assertThat(deliver("user.signup").outcome()).isEqualTo(WebhookOutcome.HANDLED);
		assertThat(this.listeners.calls).containsExactlyInAnyOrder("membership", "all");
		this.listeners.calls.clear();
		assertThat(deliver("permission.deleted").outcome()).isEqualTo(WebhookOutcome.HANDLED);
		assertThat(this.listeners.calls).containsExactlyInAnyOrder("all");
		assertThat(this.log.warnings()).isEmpty();
	}

	@Test
	void unknownType() {
		byte[] body = Deliveries.bytes("""
				{"id":"evt_1","type":"rocket.launched","occurred_at":"2026-03-01T11:59:59Z"}""");
		assertThat(receive(body)).isEqualTo(new WebhookReceipt(WebhookOutcome.HANDLED, null, "evt_1", "unknown"));
		assertThat(this.listeners.calls).containsExactlyInAnyOrder("unknown", "all");
	}

	@Test
	void repeatedDelivery() {
		byte[] body = Deliveries.event("evt_1");
		assertThat(receive(body).outcome()).isEqualTo(WebhookOutcome.HANDLED);
		assertThat(receive(body))
			.isEqualTo(new WebhookReceipt(WebhookOutcome.DUPLICATE, null, "evt_1", "role.created"));
		assertThat(this.receiver.receive(Deliveries.headers("msg_2", body), body).outcome())
			.isEqualTo(WebhookOutcome.DUPLICATE);
		assertThat(this.listeners.calls).containsExactly("all");
	}

	@Test
	void parallelDeliveries() throws Exception {
		byte[] body = Deliveries.event("evt_1");
		List<WebhookOutcome> outcomes = Threads.run(8, (number) -> () -> receive(body).outcome());
		assertThat(outcomes).containsOnlyOnce(WebhookOutcome.HANDLED)
			.isSubsetOf(WebhookOutcome.HANDLED, WebhookOutcome.DUPLICATE, WebhookOutcome.IN_PROGRESS);
		assertThat(this.listeners.calls).containsExactly("all");
	}

	@Test
	void repeatedDeliveryToASlowListener() throws Exception {
		byte[] body = Deliveries.event("evt_1");
		CountDownLatch repeated = new CountDownLatch(1);
		CountDownLatch called = new CountDownLatch(1);
		this.listeners.behavior = () -> {
			called.countDown();
			await(repeated);
		};
		List<WebhookOutcome> outcomes = Threads.run(2,
				(number) -> (number == 0) ? () -> receive(body).outcome() : () -> {
					await(called);
					try {
						return receive(body).outcome();
					}
					finally {
						repeated.countDown();
					}
				});
		assertThat(outcomes).containsExactly(WebhookOutcome.HANDLED, WebhookOutcome.IN_PROGRESS);
		assertThat(receive(body).outcome()).isEqualTo(WebhookOutcome.DUPLICATE);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void listenerThatFailsAndThenDoesNot() {
		byte[] body = Deliveries.event("evt_1");
		this.listeners.behavior = () -> {
			throw new IllegalStateException("no seat left");
		};
		assertThat(receive(body)).isEqualTo(new WebhookReceipt(WebhookOutcome.FAILED, null, "evt_1", "role.created"));
		assertThat(this.log.warnings())
			.containsExactly("ERROR Event 'evt_1' of type 'role.created' could not be handled");
		assertThat(this.log.text()).containsOnlyOnce("no seat left");
		this.listeners.behavior = () -> {
		};
		assertThat(receive(body).outcome()).isEqualTo(WebhookOutcome.HANDLED);
		assertThat(receive(body).outcome()).isEqualTo(WebhookOutcome.DUPLICATE);
	}

	@Test
	void slowListenerIsWarnedOf() {
		WebhookReceiver impatient = new WebhookReceiver(Deliveries.signature(), new InMemoryWebhookInbox(),
				this.context, Duration.ZERO);
		byte[] body = Deliveries.event("evt_1");
		assertThat(impatient.receive(Deliveries.headers(body), body).outcome()).isEqualTo(WebhookOutcome.HANDLED);
		assertThat(this.log.warnings()).singleElement()
			.asString()
			.startsWith("WARN Event 'evt_1' of type 'role.created' took ");
	}

	@ParameterizedTest
	@CsvSource({ "HEADERS, , 1772366400", "TIMESTAMP, msg_1, 17723664000000", "TOLERANCE, msg_1, 1",
			"SIGNATURE, msg_1, 1772366400" })
	void refusedDelivery(Reason reason, String id, String timestamp) {
		byte[] body = Deliveries.event("evt_1");
		assertThat(this.receiver.receive(new WebhookHeaders(id, timestamp, "v1,c2VjcmV0"), body))
			.isEqualTo(new WebhookReceipt(WebhookOutcome.REFUSED, reason, null, null));
		assertThat(this.listeners.calls).isEmpty();
		assertThat(this.log.entries()).containsExactly("WARN Webhook refused: " + reason.description());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "{}", "{\"id\":\"evt_1\"}", "secret text" })
	void signedBodyThatIsNoEvent(String body) {
		assertThat(receive(Deliveries.bytes(body)))
			.isEqualTo(new WebhookReceipt(WebhookOutcome.REFUSED, Reason.BODY, null, null));
		assertThat(this.listeners.calls).isEmpty();
	}

	@Test
	void refusalsAreLoggedOnceAMinute() {
		WebhookHeaders forged = new WebhookHeaders("msg_1", Deliveries.timestamp(), "v1,c2VjcmV0");
		for (int i = 0; i < 1000; i++) {
			this.receiver.receive(forged, new byte[0]);
		}
		assertThat(this.log.entries()).hasSize(1);
		this.receiver.receive(new WebhookHeaders(null, null, null), new byte[0]);
		assertThat(this.log.entries()).hasSize(2);
	}

	@Test
	void unreadableData() {
		ObjectNode payload = EventSamples.of("user.signup").payload().deepCopy();
		((ObjectNode) payload.at("/data/user")).putArray("email").add("private@example.com");
		String id = payload.get("id").stringValue();
		assertThat(receive(EventSamples.Sample.bytes(payload)))
			.isEqualTo(new WebhookReceipt(WebhookOutcome.UNREADABLE, null, id, "user.signup"));
		assertThat(this.listeners.calls).isEmpty();
		assertThat(this.log.entries())
			.containsExactly("ERROR Event '" + id + "' of type 'user.signup' cannot be read at $.data.user.email");
		assertThat(this.log.text()).doesNotContain("private@example.com");
	}

	@Test
	void nothingOfADeliveryIsLogged() {
		WebhookHeaders headers = Deliveries.headers(Deliveries.event("evt_1"));
		EventSamples.all().forEach((sample) -> deliver(sample.type()));
		assertThat(this.log.text()).doesNotContain("example.com")
			.doesNotContain("Zoë")
			.doesNotContain(headers.signature())
			.doesNotContain(Deliveries.SECRET)
			.contains("handled");
	}

	@Test
	void transactionalListenersNeedATransaction() {
		byte[] body = Deliveries.event("evt_1");
		assertThat(receive(body).outcome()).isEqualTo(WebhookOutcome.HANDLED);
		assertThat(this.listeners.committed).hasValue(0);
		byte[] other = Deliveries.event("evt_2");
		assertThat(transactional().receive(Deliveries.headers(other), other).outcome())
			.isEqualTo(WebhookOutcome.HANDLED);
		assertThat(this.listeners.committed).hasValue(1);
	}

	@Test
	void transactionOfAListenerThatFailsIsRolledBack() {
		byte[] body = Deliveries.event("evt_1");
		WebhookReceiver transactional = transactional();
		this.listeners.behavior = () -> {
			throw new IllegalStateException();
		};
		assertThat(transactional.receive(Deliveries.headers(body), body).outcome()).isEqualTo(WebhookOutcome.FAILED);
		assertThat(this.listeners.committed).hasValue(0);
		assertThat(this.context.getBean(CountingTransactionManager.class).rollbacks).hasValue(1);
		this.listeners.behavior = () -> {
		};
		assertThat(transactional.receive(Deliveries.headers(body), body).outcome()).isEqualTo(WebhookOutcome.HANDLED);
		assertThat(this.listeners.committed).hasValue(1);
	}

	@Test
	void commitThatFailsIsAFailure() {
		byte[] body = Deliveries.event("evt_1");
		WebhookReceiver transactional = transactional();
		CountingTransactionManager transactions = this.context.getBean(CountingTransactionManager.class);
		transactions.failing = true;
		assertThat(transactional.receive(Deliveries.headers(body), body).outcome()).isEqualTo(WebhookOutcome.FAILED);
		transactions.failing = false;
		assertThat(transactional.receive(Deliveries.headers(body), body).outcome()).isEqualTo(WebhookOutcome.HANDLED);
	}

	private WebhookReceiver transactional() {
		return new WebhookReceiver(Deliveries.signature(), new InMemoryWebhookInbox(),
				new TransactionalWebhookPublisher(this.context,
						new TransactionTemplate(this.context.getBean(PlatformTransactionManager.class))));
	}

	private WebhookReceipt deliver(String type) {
		return receive(EventSamples.Sample.bytes(EventSamples.of(type).payload()));
	}

	private WebhookReceipt receive(byte[] body) {
		return this.receiver.receive(Deliveries.headers(body), body);
	}

	@EnableTransactionManagement
	@Import({ Listeners.class, CountingTransactionManager.class })
	static class Application {

	}

	static class Listeners {

		private final List<String> calls = new CopyOnWriteArrayList<>();

		private final AtomicInteger committed = new AtomicInteger();

		private volatile Runnable behavior = () -> {
		};

		@EventListener
		void all(ScalekitEvent event) {
			this.calls.add("all");
			this.behavior.run();
		}

		@EventListener
		void membership(MembershipEvent event) {
			this.calls.add("membership");
		}

		@EventListener
		void joined(MembershipEvent.Created event) {
			this.calls.add("joined");
		}

		@EventListener
		void unknown(UnknownEvent event) {
			this.calls.add("unknown");
		}

		@TransactionalEventListener
		void committed(RoleEvent event) {
			this.committed.incrementAndGet();
		}

	}

	static class CountingTransactionManager extends AbstractPlatformTransactionManager {

		private static final long serialVersionUID = 1L;

		private final AtomicInteger rollbacks = new AtomicInteger();

		private volatile boolean failing;

		@Override
		protected Object doGetTransaction() {
			return this;
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			if (this.failing) {
				throw new TransactionSystemException("commit failed");
			}
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
			this.rollbacks.incrementAndGet();
		}

	}

}
