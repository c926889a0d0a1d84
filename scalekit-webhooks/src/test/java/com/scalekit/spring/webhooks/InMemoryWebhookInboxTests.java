package com.scalekit.spring.webhooks;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import com.scalekit.spring.webhooks.WebhookInbox.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InMemoryWebhookInboxTests extends WebhookInboxContract {

	private static final Duration LEASE = Duration.ofSeconds(60);

	private final MutableClock clock = new MutableClock();

	private final InMemoryWebhookInbox inbox = new InMemoryWebhookInbox(100, RETENTION, LEASE, this.clock);

	@Override
	protected WebhookInbox instance(int number) {
		return this.inbox;
	}

	@Override
	protected void advance(Duration duration) {
		this.clock.advance(duration);
	}

	@Test
	void repeatedDeliveryDuringHandlingIsInProgress() throws Exception {
		assertThat(duringHandling(() -> once(1))).isEqualTo(Outcome.IN_PROGRESS);
		assertThat(timesHandled()).isZero();
		assertThat(once(0)).isEqualTo(Outcome.DUPLICATE);
	}

	@Test
	void handlerThatHangsLosesItsClaim() throws Exception {
		assertThat(duringHandling(() -> {
			advance(LEASE.minusSeconds(1));
			assertThat(once(1)).isEqualTo(Outcome.IN_PROGRESS);
			advance(Duration.ofSeconds(1));
			return once(1);
		})).isEqualTo(Outcome.HANDLED);
	}

	@Test
	void failureGivesUpOnlyItsOwnClaim() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.inbox.once(id(), () -> {
			advance(LEASE);
			assertThat(once(1)).isEqualTo(Outcome.HANDLED);
			fail();
		}));
		assertThat(once(0)).isEqualTo(Outcome.DUPLICATE);
	}

	@Test
	void memoryIsBounded() {
		for (int i = 0; i < 101; i++) {
			assertThat(this.inbox.once("evt_" + i, () -> advance(Duration.ofSeconds(1)))).isEqualTo(Outcome.HANDLED);
		}
		for (int i = 1; i < 101; i++) {
			assertThat(this.inbox.once("evt_" + i, WebhookInboxContract::fail)).isEqualTo(Outcome.DUPLICATE);
		}
		assertThat(this.inbox.once("evt_0", () -> advance(Duration.ofSeconds(1)))).isEqualTo(Outcome.HANDLED);
		assertThat(this.inbox.once("evt_1", () -> advance(Duration.ofSeconds(1)))).isEqualTo(Outcome.HANDLED);
	}

	@Test
	void settingsArePositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> new InMemoryWebhookInbox(0, RETENTION));
		assertThatIllegalArgumentException().isThrownBy(() -> new InMemoryWebhookInbox(1, Duration.ZERO));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new InMemoryWebhookInbox(1, RETENTION, Duration.ofSeconds(-1), this.clock));
	}

	@Test
	void defaultsAreThoseOfTheDocumentation() {
		InMemoryWebhookInbox defaults = new InMemoryWebhookInbox();
		for (int i = 0; i < 10_001; i++) {
			defaults.once("evt_" + i, () -> {
			});
		}
		assertThat(defaults.once("evt_1", WebhookInboxContract::fail)).isEqualTo(Outcome.DUPLICATE);
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> defaults.once("evt_0", WebhookInboxContract::fail));
	}

}
