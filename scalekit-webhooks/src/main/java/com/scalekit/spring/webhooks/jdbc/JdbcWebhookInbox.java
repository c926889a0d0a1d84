package com.scalekit.spring.webhooks.jdbc;

import java.io.Serial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.Assert;

import com.scalekit.spring.webhooks.WebhookInbox;

/**
 * Inbox in a relational database, for any number of instances. An event is recorded in
 * the transaction of its handler: what the handler writes to the same database is
 * committed together with the record, or not at all.
 * <p>
 * Another delivery of the same event waits until that transaction ends. After a commit it
 * is a duplicate; after a rollback it handles the event. If the database gives up
 * waiting, the event is in progress. The isolation level must be {@code READ_COMMITTED}
 * or a higher one.
 * <p>
 * The table is {@code SCALEKIT_WEBHOOK_EVENT}. Create it with the script for your
 * database: {@code schema-h2.sql}, {@code schema-postgresql.sql} or
 * {@code schema-mysql.sql} in this package.
 */
public final class JdbcWebhookInbox implements WebhookInbox {

	private static final String SELECT = "SELECT RECEIVED_AT FROM SCALEKIT_WEBHOOK_EVENT WHERE EVENT_ID = ?";

	private static final String INSERT = "INSERT INTO SCALEKIT_WEBHOOK_EVENT (EVENT_ID, RECEIVED_AT) VALUES (?, ?)";

	private static final String RENEW = "UPDATE SCALEKIT_WEBHOOK_EVENT SET RECEIVED_AT = ? "
			+ "WHERE EVENT_ID = ? AND RECEIVED_AT = ?";

	private static final String DELETE_EXPIRED = "DELETE FROM SCALEKIT_WEBHOOK_EVENT WHERE RECEIVED_AT < ?";

	private static final Duration DEFAULT_RETENTION = Duration.ofDays(3);

	private static final Duration CLEANUP_INTERVAL = Duration.ofHours(1);

	private static final Log logger = LogFactory.getLog(JdbcWebhookInbox.class);

	private final AtomicReference<Instant> nextCleanup;

	private final JdbcOperations jdbc;

	private final TransactionOperations transaction;

	private final Duration retention;

	private final Clock clock;

	/**
	 * Creates an inbox that remembers events for 3 days.
	 * @param jdbc the database
	 * @param transaction the transaction of the record and of the handler, a new one if
	 * the caller already has one. Its timeout is also how long another delivery waits
	 */
	public JdbcWebhookInbox(JdbcOperations jdbc, TransactionOperations transaction) {
		this(jdbc, transaction, DEFAULT_RETENTION, Clock.systemUTC());
	}

	/**
	 * Creates an inbox.
	 * @param jdbc the database
	 * @param transaction the transaction of the record and of the handler, a new one if
	 * the caller already has one. Its timeout is also how long another delivery waits
	 * @param retention how long the inbox remembers events
	 * @param clock the present
	 */
	public JdbcWebhookInbox(JdbcOperations jdbc, TransactionOperations transaction, Duration retention, Clock clock) {
		Assert.notNull(jdbc, "'jdbc' must not be null");
		Assert.notNull(transaction, "'transaction' must not be null");
		Assert.isTrue(!retention.isNegative() && !retention.isZero(), "'retention' must be positive");
		Assert.notNull(clock, "'clock' must not be null");
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.retention = retention;
		this.clock = clock;
		this.nextCleanup = new AtomicReference<>(clock.instant().plus(CLEANUP_INTERVAL));
	}

	@Override
	public Outcome once(String eventId, Runnable handler) {
		Assert.hasText(eventId, "'eventId' must not be empty");
		Assert.notNull(handler, "'handler' must not be null");
		Outcome outcome;
		try {
			outcome = Objects.requireNonNull(this.transaction.execute((status) -> claimAndHandle(eventId, handler)));
		}
		catch (NotClaimedException ex) {
			outcome = ex.outcome;
		}
		deleteExpiredOnceInAWhile();
		return outcome;
	}

	private Outcome claimAndHandle(String eventId, Runnable handler) {
		if (!claim(eventId)) {
			return Outcome.DUPLICATE;
		}
		handler.run();
		return Outcome.HANDLED;
	}

	/**
	 * Most duplicates are found without an error, which the database would log.
	 */
	private boolean claim(String eventId) {
		long now = this.clock.millis();
		try {
			List<Long> received = this.jdbc.queryForList(SELECT, Long.class, eventId);
			if (received.isEmpty()) {
				return this.jdbc.update(INSERT, eventId, now) == 1;
			}
			return received.get(0) < expired() && this.jdbc.update(RENEW, now, eventId, received.get(0)) == 1;
		}
		catch (DuplicateKeyException ex) {
			throw new NotClaimedException(Outcome.DUPLICATE, ex);
		}
		catch (TransientDataAccessException ex) {
			throw new NotClaimedException(Outcome.IN_PROGRESS, ex);
		}
	}

	private long expired() {
		return this.clock.instant().minus(this.retention).toEpochMilli();
	}

	/**
	 * In a transaction of its own, so that it neither delays nor fails a handler.
	 */
	private void deleteExpiredOnceInAWhile() {
		Instant now = this.clock.instant();
		Instant due = this.nextCleanup.get();
		if (now.isBefore(due) || !this.nextCleanup.compareAndSet(due, now.plus(CLEANUP_INTERVAL))) {
			return;
		}
		try {
			this.transaction.executeWithoutResult((status) -> this.jdbc.update(DELETE_EXPIRED, expired()));
		}
		catch (RuntimeException ex) {
			logger.warn("Expired webhook events could not be deleted; the next attempt is in an hour", ex);
		}
	}

	/**
	 * Rolls back the transaction in which the event could not be claimed.
	 */
	private static final class NotClaimedException extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

		private final Outcome outcome;

		private NotClaimedException(Outcome outcome, Throwable cause) {
			super(cause);
			this.outcome = outcome;
		}

	}

}
