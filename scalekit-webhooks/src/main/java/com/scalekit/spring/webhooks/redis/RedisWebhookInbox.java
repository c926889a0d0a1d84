package com.scalekit.spring.webhooks.redis;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.util.Assert;

import com.scalekit.spring.webhooks.WebhookInbox;

/**
 * Inbox in Redis, for any number of instances. Before a handler runs, the event is
 * claimed for the length of a lease; when it has run, the event is done for the length of
 * the retention.
 * <p>
 * If an instance dies while it handles an event, another delivery handles it after the
 * lease. A handler must not run longer than the lease, otherwise another delivery may
 * handle the event at the same time. Redis may lose what it was told last: handlers
 * should tolerate to be called twice. {@code JdbcWebhookInbox} does better.
 */
public final class RedisWebhookInbox implements WebhookInbox {

	private static final String KEY_PREFIX = "scalekit:webhook:";

	private static final String DONE = "done";

	private static final Duration DEFAULT_RETENTION = Duration.ofDays(3);

	private static final Duration DEFAULT_LEASE = Duration.ofSeconds(60);

	/**
	 * Returns the claim that holds the event: the given one, another one, or that the
	 * event is done.
	 */
	static final RedisScript<String> CLAIM = RedisScript.of("""
			if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
				return ARGV[1]
			end
			return redis.call('GET', KEYS[1])
			""", String.class);

	/**
	 * Marks the event as done if the claim still holds it, or if nothing does.
	 */
	static final RedisScript<Boolean> FINISH = RedisScript.of("""
			local holder = redis.call('GET', KEYS[1])
			redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
			return holder == ARGV[1]
			""", Boolean.class);

	/**
	 * Gives up the claim, but no other one.
	 */
	static final RedisScript<Boolean> RELEASE = RedisScript.of("""
			if redis.call('GET', KEYS[1]) == ARGV[1] then
				return redis.call('DEL', KEYS[1]) == 1
			end
			return false
			""", Boolean.class);

	private static final Log logger = LogFactory.getLog(RedisWebhookInbox.class);

	private final StringRedisTemplate redis;

	private final Duration retention;

	private final Duration lease;

	/**
	 * Creates an inbox that remembers events for 3 days.
	 * @param redis the Redis server
	 */
	public RedisWebhookInbox(StringRedisTemplate redis) {
		this(redis, DEFAULT_RETENTION, DEFAULT_LEASE);
	}

	/**
	 * Creates an inbox.
	 * @param redis the Redis server
	 * @param retention how long the inbox remembers events
	 * @param lease how long a handler may run until another delivery may handle the event
	 */
	public RedisWebhookInbox(StringRedisTemplate redis, Duration retention, Duration lease) {
		Assert.notNull(redis, "'redis' must not be null");
		Assert.isTrue(!retention.isNegative() && !retention.isZero(), "'retention' must be positive");
		Assert.isTrue(!lease.isNegative() && !lease.isZero(), "'lease' must be positive");
		this.redis = redis;
		this.retention = retention;
		this.lease = lease;
	}

	@Override
	public Outcome once(String eventId, Runnable handler) {
		Assert.hasText(eventId, "'eventId' must not be empty");
		Assert.notNull(handler, "'handler' must not be null");
		List<String> key = List.of(KEY_PREFIX + eventId);
		String claim = UUID.randomUUID().toString();
		String holder = this.redis.execute(CLAIM, key, claim, millis(this.lease));
		if (!claim.equals(holder)) {
			return DONE.equals(holder) ? Outcome.DUPLICATE : Outcome.IN_PROGRESS;
		}
		try {
			handler.run();
		}
		catch (Throwable ex) {
			release(key, claim, ex);
			throw ex;
		}
		finish(key, claim, eventId);
		return Outcome.HANDLED;
	}

	private void release(List<String> key, String claim, Throwable failure) {
		try {
			this.redis.execute(RELEASE, key, claim);
		}
		catch (RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * The event is handled, whatever happens here.
	 */
	private void finish(List<String> key, String claim, String eventId) {
		try {
			if (!Boolean.TRUE.equals(this.redis.execute(FINISH, key, claim, DONE, millis(this.retention)))) {
				logger.warn("Event '" + eventId + "' was handled, but for longer than the lease of "
						+ this.lease.toSeconds() + " s. Another delivery may have been handled too");
			}
		}
		catch (RuntimeException ex) {
			logger.warn("Event '" + eventId + "' was handled, but Redis could not be told so. "
					+ "Another delivery may be handled too", ex);
		}
	}

	private static String millis(Duration duration) {
		return Long.toString(duration.toMillis());
	}

}
