package com.scalekit.spring.webhooks.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import com.scalekit.spring.webhooks.CapturedLog;
import com.scalekit.spring.webhooks.Deliveries;
import com.scalekit.spring.webhooks.MutableClock;
import com.scalekit.spring.webhooks.Threads;
import com.scalekit.spring.webhooks.TransactionalWebhookPublisher;
import com.scalekit.spring.webhooks.WebhookInbox;
import com.scalekit.spring.webhooks.WebhookInbox.Outcome;
import com.scalekit.spring.webhooks.WebhookInboxContract;
import com.scalekit.spring.webhooks.WebhookOutcome;
import com.scalekit.spring.webhooks.WebhookReceipt;
import com.scalekit.spring.webhooks.WebhookReceiver;
import com.scalekit.spring.webhooks.events.RoleEvent;
import com.scalekit.spring.webhooks.jdbc.JdbcWebhookInboxTests.Dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The inbox on H2, with the script for each database in H2's mode for it.
 */
@ParameterizedClass
@EnumSource(Dialect.class)
class JdbcWebhookInboxTests extends WebhookInboxContract {

	private final MutableClock clock = new MutableClock();

	private final Dialect dialect;

	private final String url;

	private final List<JdbcConnectionPool> pools;

	private final List<JdbcTemplate> jdbc;

	private final List<TransactionTemplate> transactions;

	private final List<JdbcWebhookInbox> inboxes;

	JdbcWebhookInboxTests(Dialect dialect) {
		this.dialect = dialect;
		this.url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=" + dialect.mode;
		this.pools = List.of(pool(), pool());
		this.jdbc = this.pools.stream().map(JdbcTemplate::new).toList();
		this.transactions = this.pools.stream()
			.map((pool) -> new TransactionTemplate(new JdbcTransactionManager(pool)))
			.toList();
		this.inboxes = List.of(inbox(0), inbox(1));
	}

	private JdbcConnectionPool pool() {
		return JdbcConnectionPool.create(this.url, "sa", "");
	}

	private JdbcWebhookInbox inbox(int number) {
		return new JdbcWebhookInbox(this.jdbc.get(number), this.transactions.get(number), RETENTION, this.clock);
	}

	@BeforeEach
	void createTables() {
		createSchema();
		this.jdbc.get(0).execute("CREATE TABLE SEATS (NAME VARCHAR(255) PRIMARY KEY)");
	}

	private void createSchema() {
		new ResourceDatabasePopulator(new ClassPathResource(this.dialect.script, JdbcWebhookInbox.class))
			.execute(this.pools.get(0));
	}

	@AfterEach
	void dropDatabase() {
		this.jdbc.get(0).execute("SHUTDOWN");
		this.pools.forEach(JdbcConnectionPool::dispose);
	}

	@Override
	protected WebhookInbox instance(int number) {
		return this.inboxes.get(number);
	}

	@Override
	protected void advance(Duration duration) {
		this.clock.advance(duration);
	}

	@Test
	void schemaMayExist() {
		createSchema();
		assertThat(once(0)).isEqualTo(Outcome.HANDLED);
	}

	@Test
	void workIsRolledBackTogetherWithTheRecord() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> instance(0).once(id(), () -> {
			takeSeat(0, "ann");
			fail();
		}));
		assertThat(seats()).isEmpty();
		assertThat(records()).isZero();
		assertThat(instance(1).once(id(), () -> takeSeat(1, "ann"))).isEqualTo(Outcome.HANDLED);
		assertThat(seats()).containsExactly("ann");
		assertThat(records()).isOne();
	}

	@Test
	void duplicateKeyOfTheHandlerIsAFailure() {
		takeSeat(0, "ann");
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> instance(0).once(id(), () -> takeSeat(0, "ann")));
		assertThat(once(0)).isEqualTo(Outcome.HANDLED);
	}

	@Test
	void otherDeliveryDoesNotWaitForever() throws Exception {
		this.jdbc.get(1).execute("SET DEFAULT_LOCK_TIMEOUT 200");
		assertThat(duringHandling(() -> once(1))).isEqualTo(Outcome.IN_PROGRESS);
		assertThat(once(1)).isEqualTo(Outcome.DUPLICATE);
	}

	@Test
	void transactionTimeoutLimitsTheWait() throws Exception {
		this.transactions.get(1).setTimeout(1);
		assertThat(duringHandling(() -> once(1))).isEqualTo(Outcome.IN_PROGRESS);
	}

	@Test
	void otherDeliveryHandlesWhatWasRolledBackAfterRetention() {
		assertThat(once(0)).isEqualTo(Outcome.HANDLED);
		advance(RETENTION.plusSeconds(1));
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> instance(0).once(id(), WebhookInboxContract::fail));
		assertThat(once(1)).isEqualTo(Outcome.HANDLED);
		assertThat(once(0)).isEqualTo(Outcome.DUPLICATE);
	}

	@Test
	void expiredEventsAreDeletedOnceInAWhile() {
		instance(0).once("evt_1", () -> {
		});
		advance(Duration.ofMinutes(30));
		instance(0).once("evt_2", () -> {
		});
		advance(RETENTION.minusMinutes(15));
		instance(0).once("evt_3", () -> {
		});
		assertThat(this.jdbc.get(0).queryForList("SELECT EVENT_ID FROM SCALEKIT_WEBHOOK_EVENT", String.class))
			.containsExactlyInAnyOrder("evt_2", "evt_3");
		advance(Duration.ofMinutes(59));
		assertThat(instance(0).once("evt_3", WebhookInboxContract::fail)).isEqualTo(Outcome.DUPLICATE);
		assertThat(records()).isEqualTo(2);
		advance(Duration.ofMinutes(1));
		assertThat(instance(0).once("evt_3", WebhookInboxContract::fail)).isEqualTo(Outcome.DUPLICATE);
		assertThat(records()).isOne();
	}

	@Test
	void failureOfTheDatabaseIsAFailure() {
		this.jdbc.get(0).execute("DROP TABLE SCALEKIT_WEBHOOK_EVENT");
		try (CapturedLog log = CapturedLog.start()) {
			WebhookReceiver receiver = new WebhookReceiver(Deliveries.signature(), instance(0), (event) -> fail());
			byte[] body = Deliveries.event("evt_1");
			assertThat(receiver.receive(Deliveries.headers(body), body)).extracting(WebhookReceipt::outcome)
				.isEqualTo(WebhookOutcome.FAILED);
			assertThat(log.warnings()).singleElement().asString().startsWith("ERROR Event 'evt_1'");
		}
	}

	/**
	 * Two applications on one database. Each event is delivered eight times at once.
	 */
	@Test
	void applicationsOnOneDatabaseHandleEachEventOnce() throws Exception {
		try (AnnotationConfigApplicationContext first = application(0);
				AnnotationConfigApplicationContext second = application(1)) {
			List<WebhookReceiver> receivers = List.of(receiver(first, 0), receiver(second, 1));
			for (int i = 0; i < 20; i++) {
				byte[] body = Deliveries.event("evt_" + i);
				List<WebhookOutcome> outcomes = Threads.run(8,
						(number) -> () -> receivers.get(number % 2).receive(Deliveries.headers(body), body).outcome());
				assertThat(outcomes).containsOnlyOnce(WebhookOutcome.HANDLED)
					.containsOnly(WebhookOutcome.HANDLED, WebhookOutcome.DUPLICATE);
			}
			Application.Listener one = first.getBean(Application.Listener.class);
			Application.Listener two = second.getBean(Application.Listener.class);
			assertThat(one.committed.get() + two.committed.get()).isEqualTo(20);
			assertThat(seats()).hasSize(20);
		}
	}

	private AnnotationConfigApplicationContext application(int number) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.register(Application.class);
		context.registerBean(Application.Listener.class, () -> new Application.Listener(this.jdbc.get(number)));
		context.refresh();
		return context;
	}

	private WebhookReceiver receiver(AnnotationConfigApplicationContext context, int number) {
		return new WebhookReceiver(Deliveries.signature(), instance(number),
				new TransactionalWebhookPublisher(context, this.transactions.get(number)));
	}

	private void takeSeat(int number, String name) {
		this.jdbc.get(number).update("INSERT INTO SEATS VALUES (?)", name);
	}

	private List<String> seats() {
		return this.jdbc.get(0).queryForList("SELECT NAME FROM SEATS", String.class);
	}

	private int records() {
		return this.jdbc.get(0).queryForObject("SELECT COUNT(*) FROM SCALEKIT_WEBHOOK_EVENT", Integer.class);
	}

	enum Dialect {

		H2("Regular", "schema-h2.sql"),

		POSTGRESQL("PostgreSQL", "schema-postgresql.sql"),

		MYSQL("MySQL", "schema-mysql.sql");

		private final String mode;

		private final String script;

		Dialect(String mode, String script) {
			this.mode = mode;
			this.script = script;
		}

	}

	@EnableTransactionManagement
	static class Application {

		static class Listener {

			private final AtomicInteger committed = new AtomicInteger();

			private final JdbcTemplate jdbc;

			Listener(JdbcTemplate jdbc) {
				this.jdbc = jdbc;
			}

			@EventListener
			void work(RoleEvent.Created event) {
				this.jdbc.update("INSERT INTO SEATS VALUES (?)", event.id());
			}

			@TransactionalEventListener
			void afterCommit(RoleEvent event) {
				this.committed.incrementAndGet();
			}

		}

	}

}
