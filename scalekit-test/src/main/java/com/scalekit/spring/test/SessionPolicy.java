package com.scalekit.spring.test;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The session policy of an organization, as it is kept and as it is printed: always in
 * minutes, and without timeouts while those of the application apply.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionPolicy(Source policySource, @Nullable Integer absoluteSessionTimeout,
		@Nullable TimeUnit absoluteSessionTimeoutUnit, boolean idleSessionTimeoutEnabled,
		@Nullable Integer idleSessionTimeout, @Nullable TimeUnit idleSessionTimeoutUnit) {

	static final SessionPolicy APPLICATION = new SessionPolicy(Source.APPLICATION, null, null, false, null, null);

	static SessionPolicy custom(@Nullable Integer absoluteMinutes, boolean idleEnabled, @Nullable Integer idleMinutes) {
		return new SessionPolicy(Source.CUSTOM, absoluteMinutes, unitOf(absoluteMinutes), idleEnabled, idleMinutes,
				unitOf(idleMinutes));
	}

	private static @Nullable TimeUnit unitOf(@Nullable Integer minutes) {
		return (minutes != null) ? TimeUnit.MINUTES : null;
	}

	enum Source {

		APPLICATION, CUSTOM

	}

	enum TimeUnit {

		MINUTES(1), HOURS(60), DAYS(24 * 60);

		private final int minutes;

		TimeUnit(int minutes) {
			this.minutes = minutes;
		}

		int minutes() {
			return this.minutes;
		}

	}

}
