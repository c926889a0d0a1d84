package com.scalekit.spring.webhooks.redis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.core.script.RedisScript;

import com.scalekit.spring.webhooks.CapturedLog;
import com.scalekit.spring.webhooks.MutableClock;
import com.scalekit.spring.webhooks.WebhookInbox;
import com.scalekit.spring.webhooks.WebhookInbox.Outcome;
import com.scalekit.spring.webhooks.WebhookInboxContract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The inbox over a fake that time can be set of. {@link RealRedisWebhookInboxTests} runs
 * the scripts.
 */
class RedisWebhookInboxTests extends WebhookInboxContract {

	private static final Duration LEASE = Duration.ofSeconds(60);

	private final MutableClock clock = new MutableClock();

	private final AtomicBoolean down = new AtomicBoolean();

	private final FakeRedis redis = new FakeRedis(this.clock) {

		@Override
		public synchronized <T> T execute(RedisScript<T> script, List<String> keys, Object... args) {
			if (RedisWebhookInboxTests.this.down.get()) {
				throw new QueryTimeoutException("Redis is down");
			}
			return super.execute(script, keys, args);
		}

	};

	@Override
	protected WebhookInbox instance(int number) {
		return new RedisWebhookInbox(this.redis);
	}

	@Override
	protected void advance(Duration duration) {
		this.clock.advance(duration);
	}

	@Test
	void repeatedDeliveryDuringHandlingIsInProgress() throws Exception {
		assertThat(duringHandling(() -> once(1))).isEqualTo(Outcome.IN_PROGRESS);
		assertThat(once(1)).isEqualTo(Outcome.DUPLICATE);
	}

	@Test
	void eventOfAnInstanceThatDiedIsHandledAfterTheLease() {
		instance(0).once("evt_other", () -> {
		});
		this.redis.execute(RedisWebhookInbox.CLAIM, List.of("scalekit:webhook:" + id()), "claim of the dead", "60000");
		advance(LEASE.minusMillis(1));
		assertThat(once(1)).isEqualTo(Outcome.IN_PROGRESS);
		advance(Duration.ofMillis(1));
		assertThat(once(1)).isEqualTo(Outcome.HANDLED);
	}

	@Test
	void failureGivesUpOnlyItsOwnClaim() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> instance(0).once(id(), () -> {
			advance(LEASE);
			assertThat(once(1)).isEqualTo(Outcome.HANDLED);
			fail();
		}));
		assertThat(once(0)).isEqualTo(Outcome.DUPLICATE);
	}

	@Test
	void handlerThatOutlivesItsLeaseIsWarnedOf() {
		try (CapturedLog log = CapturedLog.start()) {
			assertThat(instance(0).once(id(), () -> advance(LEASE))).isEqualTo(Outcome.HANDLED);
			assertThat(log.warnings()).singleElement()
				.asString()
				.startsWith("WARN Event '" + id() + "' was handled, but for longer than the lease of 60 s");
		}
		assertThat(once(1)).isEqualTo(Outcome.DUPLICATE);
	}

	@Test
	void nothingIsHandledWithoutRedis() {
		this.down.set(true);
		assertThatExceptionOfType(QueryTimeoutException.class).isThrownBy(() -> once(0));
		assertThat(timesHandled()).isZero();
	}

	@Test
	void eventIsHandledEvenIfRedisFailsAfterwards() {
		try (CapturedLog log = CapturedLog.start()) {
			assertThat(instance(0).once(id(), () -> this.down.set(true))).isEqualTo(Outcome.HANDLED);
			assertThat(log.warnings()).singleElement().asString().contains("Redis could not be told so");
		}
	}

	@Test
	void failureOfTheHandlerIsThrownEvenIfRedisFailsToo() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> instance(0).once(id(), () -> {
			this.down.set(true);
			fail();
		}))
			.withMessage("listener failed")
			.satisfies((ex) -> assertThat(ex).hasSuppressedException(new QueryTimeoutException("Redis is down")));
	}

	@Test
	void durationsArePositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> new RedisWebhookInbox(this.redis, Duration.ZERO, LEASE));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new RedisWebhookInbox(this.redis, RETENTION, Duration.ofSeconds(-1)));
	}

}
