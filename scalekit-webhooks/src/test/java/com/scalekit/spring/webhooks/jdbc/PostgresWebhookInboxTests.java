package com.scalekit.spring.webhooks.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import com.scalekit.spring.servers.PostgresServer;
import com.scalekit.spring.webhooks.MutableClock;
import com.scalekit.spring.webhooks.WebhookInbox;
import com.scalekit.spring.webhooks.WebhookInbox.Outcome;
import com.scalekit.spring.webhooks.WebhookInboxContract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The inbox on a real PostgreSQL server, if there is one. With
 * {@code -Dpostgres.required=true} or {@code POSTGRES_REQUIRED=true}, there must be.
 */
class PostgresWebhookInboxTests extends WebhookInboxContract {

	private static PostgresServer server;

	private final MutableClock clock = new MutableClock();

	private final DriverManagerDataSource dataSource = new DriverManagerDataSource(server.url(), "test", "");

	private final JdbcTemplate jdbc = new JdbcTemplate(this.dataSource);

	private final List<TransactionTemplate> transactions = Stream
		.generate(() -> new TransactionTemplate(new JdbcTransactionManager(this.dataSource)))
		.limit(2)
		.toList();

	private final List<JdbcWebhookInbox> inboxes = this.transactions.stream()
		.map((transaction) -> new JdbcWebhookInbox(this.jdbc, transaction, RETENTION, this.clock))
		.toList();

	@BeforeAll
	static void startServer() throws Exception {
		server = PostgresServer.start();
	}

	@AfterAll
	static void stopServer() throws Exception {
		if (server != null) {
			server.stop();
		}
	}

	@BeforeEach
	void createTables() {
		ResourceDatabasePopulator populator = new ResourceDatabasePopulator(
				new ClassPathResource("schema-postgresql.sql", JdbcWebhookInbox.class));
		populator.execute(this.dataSource);
		populator.execute(this.dataSource);
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
	void transactionTimeoutLimitsTheWait() throws Exception {
		this.transactions.get(1).setTimeout(1);
		assertThat(duringHandling(() -> once(1))).isEqualTo(Outcome.IN_PROGRESS);
		assertThat(once(1)).isEqualTo(Outcome.DUPLICATE);
	}

	@Test
	void deliveryThatCannotBeSerializedIsRepeated() throws Exception {
		this.transactions
			.forEach((transaction) -> transaction.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE));
		parallelDeliveriesAreHandledOnce();
	}

	@Test
	void duplicateKeyOfTheHandlerIsAFailure() {
		this.jdbc.execute("CREATE TABLE IF NOT EXISTS SEATS (NAME VARCHAR(255) PRIMARY KEY)");
		Runnable handler = () -> this.jdbc.update("INSERT INTO SEATS VALUES ('ann')");
		assertThat(instance(0).once(id(), handler)).isEqualTo(Outcome.HANDLED);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> instance(0).once(id() + "_2", handler));
	}

}
