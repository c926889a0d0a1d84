package com.scalekit.spring.client.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Query for sessions. Instances are immutable: each {@code with} method returns a changed
 * copy.
 */
public final class SessionQuery extends JsonObject<SessionQuery> {

	private SessionQuery(Map<String, @Nullable Object> members) {
		super(SessionQuery::new, members);
	}

	/**
	 * Start with all sessions.
	 * @return a query that all sessions match
	 */
	public static SessionQuery any() {
		return new SessionQuery(Map.of());
	}

	/**
	 * Return sessions with one of several statuses only.
	 * @param statuses the statuses, at least one
	 * @return a copy with the statuses
	 * @throws IllegalArgumentException if there is no status, or one is
	 * {@link SessionStatus#UNKNOWN}
	 */
	public SessionQuery withStatus(SessionStatus... statuses) {
		Assert.notEmpty(statuses, "'filter.status' must not be empty");
		List<SessionStatus> known = List.of(statuses);
		Assert.isTrue(!known.contains(SessionStatus.UNKNOWN), "'filter.status' must not contain UNKNOWN");
		return with("filter.status", known);
	}

	/**
	 * Return sessions from a time on. Scalekit does not document which of the times of a
	 * session has to be in the period.
	 * @param startTime when the period begins
	 * @return a copy with the time
	 */
	public SessionQuery withStartTime(Instant startTime) {
		return with("filter.start_time", startTime);
	}

	/**
	 * Return sessions up to a time. Scalekit does not document which of the times of a
	 * session has to be in the period.
	 * @param endTime when the period ends
	 * @return a copy with the time
	 */
	public SessionQuery withEndTime(Instant endTime) {
		return with("filter.end_time", endTime);
	}

}
