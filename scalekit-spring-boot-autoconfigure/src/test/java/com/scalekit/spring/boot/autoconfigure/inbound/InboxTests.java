package com.scalekit.spring.boot.autoconfigure.inbound;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import com.scalekit.spring.webhooks.InMemoryWebhookInbox;
import com.scalekit.spring.webhooks.WebhookInbox;
import com.scalekit.spring.webhooks.jdbc.JdbcWebhookInbox;
import com.scalekit.spring.webhooks.redis.RedisWebhookInbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where an application remembers what it has handled.
 */
@ExtendWith(OutputCaptureExtension.class)
class InboxTests {

	private static final String EVENT = InboundApplication.organizationCreated("evt_1");

	private final String database = "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

	@Test
	void memoryIsTheDefaultAndSaysWhatItCannotDo(CapturedOutput output) {
		try (InboundApplication application = InboundApplication.start(Stack.MVC)) {
			assertThat(application.bean(WebhookInbox.class)).isInstanceOf(InMemoryWebhookInbox.class);
			assertThat(application.beans()).doesNotContain("scalekitWebhookSchemaInitializer");
		}
		assertThat(output).containsOnlyOnce("Handled webhooks are remembered in memory");
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void databaseIsSharedByInstancesAndSurvivesThem(Stack stack, CapturedOutput output) {
		try (InboundApplication first = jdbc(stack); InboundApplication second = jdbc(stack)) {
			assertThat(first.bean(WebhookInbox.class)).isInstanceOf(JdbcWebhookInbox.class);
			assertThat(first.deliver(EVENT).status()).isEqualTo(200);
			assertThat(second.deliver(EVENT).status()).isEqualTo(200);
			assertThat(first.events().handled()).hasSize(1);
			assertThat(second.events().handled()).isEmpty();
		}
		try (InboundApplication third = jdbc(stack)) {
			assertThat(third.deliver(EVENT).status()).isEqualTo(200);
			assertThat(third.events().handled()).isEmpty();
		}
		assertThat(output).doesNotContain("remembered in memory");
	}

	@Test
	void workOfListenersIsRolledBackWithTheRecord() {
		try (InboundApplication application = jdbc(Stack.MVC)) {
			JdbcTemplate jdbc = application.bean(JdbcTemplate.class);
			jdbc.execute("CREATE TABLE SEAT (ID INT)");
			AtomicBoolean fails = new AtomicBoolean(true);
			application.events().listener((event) -> {
				jdbc.update("INSERT INTO SEAT VALUES (1)");
				if (fails.get()) {
					throw new IllegalStateException("no seats");
				}
			});
			assertThat(application.deliver(EVENT).status()).isEqualTo(500);
			assertThat(count(jdbc)).isZero();
			fails.set(false);
			assertThat(application.deliver(EVENT).status()).isEqualTo(200);
			assertThat(application.deliver(EVENT).status()).isEqualTo(200);
			assertThat(count(jdbc)).isOne();
			assertThat(application.events().committed()).hasSize(1);
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void listenersAreCalledInATransactionIfThereIsATransactionManager(Stack stack) {
		try (InboundApplication application = InboundApplication.start(stack)) {
			AtomicBoolean active = new AtomicBoolean();
			application.events()
				.listener((event) -> active.set(TransactionSynchronizationManager.isActualTransactionActive()));
			assertThat(application.deliver(EVENT).status()).isEqualTo(200);
			assertThat(active).isTrue();
			assertThat(application.events().committed()).hasSize(1);
		}
	}

	@Test
	void schemaOfAnotherDatabaseIsLeftToTheApplication() {
		try (InboundApplication application = InboundApplication.start(Stack.MVC, this.database,
				"--scalekit.webhook.inbox=jdbc", "--scalekit.webhook.jdbc.initialize-schema=never")) {
			assertThat(application.deliver(EVENT).status()).isEqualTo(500);
			assertThat(application.events().handled()).isEmpty();
		}
	}

	@Test
	void redis() {
		try (InboundApplication application = InboundApplication.start(Stack.MVC, "--scalekit.webhook.inbox=redis",
				"--spring.data.redis.port=1")) {
			assertThat(application.bean(WebhookInbox.class)).isInstanceOf(RedisWebhookInbox.class);
			assertThat(application.deliver(EVENT).status()).isEqualTo(500);
			assertThat(application.events().handled()).isEmpty();
		}
	}

	private InboundApplication jdbc(Stack stack) {
		return InboundApplication.start(stack, this.database, "--scalekit.webhook.inbox=jdbc");
	}

	private static int count(JdbcTemplate jdbc) {
		Integer count = jdbc.queryForObject("SELECT COUNT(*) FROM SEAT", Integer.class);
		return (count != null) ? count : -1;
	}

}
