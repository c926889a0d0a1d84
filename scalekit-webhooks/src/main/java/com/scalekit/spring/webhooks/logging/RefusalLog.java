package com.scalekit.spring.webhooks.logging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.apache.commons.logging.Log;

/**
 * Warns of refused deliveries, at most once a minute for each reason: anybody can send
 * them. Thread-safe.
 */
public final class RefusalLog {

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private final Map<String, Refusals> refusals = new HashMap<>();

	private final Log logger;

	private final String subject;

	private final Clock clock;

	/**
	 * Creates a log.
	 * @param logger where to log
	 * @param subject what is refused, such as {@code Webhook}
	 * @param clock the present
	 */
	public RefusalLog(Log logger, String subject, Clock clock) {
		this.logger = logger;
		this.subject = subject;
		this.clock = clock;
	}

	/**
	 * Warns of a refusal, unless there was a warning with the same reason in the last
	 * minute.
	 * @param reason why the delivery was refused; one of few
	 */
	public void refused(String reason) {
		int count = count(reason);
		if (count > 0) {
			this.logger.warn(this.subject + " refused: " + reason
					+ ((count > 1) ? " (" + (count - 1) + " more since the last warning)" : ""));
		}
	}

	/**
	 * Returns how many refusals to warn of, {@code 0} if it is too early.
	 */
	private synchronized int count(String reason) {
		Instant now = this.clock.instant();
		Refusals earlier = this.refusals.get(reason);
		if (earlier != null && now.isBefore(earlier.warnedAt.plus(PAUSE))) {
			this.refusals.put(reason, new Refusals(earlier.warnedAt, earlier.unreported + 1));
			return 0;
		}
		this.refusals.put(reason, new Refusals(now, 0));
		return (earlier != null) ? earlier.unreported + 1 : 1;
	}

	private record Refusals(Instant warnedAt, int unreported) {

	}

}
