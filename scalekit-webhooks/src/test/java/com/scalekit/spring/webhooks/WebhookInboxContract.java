package com.scalekit.spring.webhooks;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.webhooks.WebhookInbox.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What each inbox does. Instances share what they remember, as far as the inbox can do
 * so.
 */
public abstract class WebhookInboxContract {

	protected static final Duration RETENTION = Duration.ofDays(3);

	private final AtomicInteger handled = new AtomicInteger();

	private final String id = "evt_" + UUID.randomUUID();

	/**
	 * The inbox of an instance of the application.
	 */
	protected abstract WebhookInbox instance(int number);

	/**
	 * Lets time pass.
	 */
	protected abstract void advance(Duration duration);

	@Test
	void eventIsHandledOnce() {
		assertThat(once(0)).isEqualTo(Outcome.HANDLED);
		assertThat(once(0)).isEqualTo(Outcome.DUPLICATE);
		assertThat(once(1)).isEqualTo(Outcome.DUPLICATE);
		assertThat(this.handled).hasValue(1);
	}

	@Test
	void otherEventIsHandled() {
		assertThat(once(0)).isEqualTo(Outcome.HANDLED);
		assertThat(instance(0).once(this.id.toUpperCase(Locale.ROOT), this.handled::incrementAndGet))
			.isEqualTo(Outcome.HANDLED);
	}

	@Test
	void eventIsHandledAgainAfterAFailure() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> instance(0).once(this.id, WebhookInboxContract::fail))
			.withMessage("listener failed");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> instance(0).once(this.id, () -> {
			throw new AssertionError();
		}));
		assertThat(once(1)).isEqualTo(Outcome.HANDLED);
		assertThat(once(0)).isEqualTo(Outcome.DUPLICATE);
	}

	@Test
	void eventIsHandledAgainAfterRetention() {
		assertThat(once(0)).isEqualTo(Outcome.HANDLED);
		advance(RETENTION.minusSeconds(1));
		assertThat(once(1)).isEqualTo(Outcome.DUPLICATE);
		advance(Duration.ofSeconds(2));
		assertThat(once(1)).isEqualTo(Outcome.HANDLED);
		assertThat(once(0)).isEqualTo(Outcome.DUPLICATE);
	}

	@Test
	protected void parallelDeliveriesAreHandledOnce() throws Exception {
		List<Outcome> outcomes = Threads.run(8, (number) -> repeated(number, this.handled::incrementAndGet));
		assertThat(this.handled).hasValue(1);
		assertThat(outcomes).containsOnly(Outcome.HANDLED, Outcome.DUPLICATE);
		assertThat(Collections.frequency(outcomes, Outcome.HANDLED)).isOne();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void parallelDeliveriesAreHandledOnceAlthoughTheFirstFail(int failures) throws Exception {
		AtomicInteger attempts = new AtomicInteger();
		List<Outcome> outcomes = Threads.run(8, (number) -> repeated(number, () -> {
			pause(20);
			if (attempts.incrementAndGet() <= failures) {
				fail();
			}
			this.handled.incrementAndGet();
		}));
		assertThat(this.handled).hasValue(1);
		assertThat(attempts).hasValue(failures + 1);
		assertThat(Collections.frequency(outcomes, Outcome.HANDLED)).isOne();
	}

	/**
	 * Delivers until the event is handled, as Scalekit does.
	 */
	private Callable<Outcome> repeated(int number, Runnable handler) {
		WebhookInbox inbox = instance(number % 2);
		return () -> {
			while (true) {
				try {
					Outcome outcome = inbox.once(this.id, () -> {
						pause(50);
						handler.run();
					});
					if (outcome != Outcome.IN_PROGRESS) {
						return outcome;
					}
				}
				catch (IllegalStateException ex) {
					assertThat(ex).hasMessage("listener failed");
				}
				pause(5);
			}
		};
	}

	@Test
	void idAndHandlerAreRequired() {
		assertThatIllegalArgumentException().isThrownBy(() -> instance(0).once(" ", this.handled::incrementAndGet));
		assertThatIllegalArgumentException().isThrownBy(() -> instance(0).once(this.id, null));
	}

	/**
	 * The outcome of another delivery while a handler is running.
	 */
	protected final Outcome duringHandling(Callable<Outcome> other) throws Exception {
		CountDownLatch running = new CountDownLatch(1);
		CountDownLatch finish = new CountDownLatch(1);
		List<Outcome> outcomes = Threads.run(2, (number) -> (number == 0) ? () -> instance(0).once(this.id, () -> {
			running.countDown();
			await(finish);
		}) : () -> {
			await(running);
			try {
				return other.call();
			}
			finally {
				finish.countDown();
			}
		});
		assertThat(outcomes.get(0)).isEqualTo(Outcome.HANDLED);
		return outcomes.get(1);
	}

	protected final Outcome once(int number) {
		return instance(number).once(this.id, this.handled::incrementAndGet);
	}

	protected final int timesHandled() {
		return this.handled.get();
	}

	protected final String id() {
		return this.id;
	}

	protected static void fail() {
		throw new IllegalStateException("listener failed");
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void pause(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
