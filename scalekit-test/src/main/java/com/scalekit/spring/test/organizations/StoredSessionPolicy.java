package com.scalekit.spring.test.organizations;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The session policy of an organization as the server keeps it: always in minutes, and
 * without timeouts while those of the application apply.
 *
 * @param policySource whether the organization has a policy of its own
 * @param absoluteSessionTimeout how long a session lasts at most, or {@code null}
 * @param absoluteSessionTimeoutUnit the unit of that time, or {@code null}
 * @param idleSessionTimeoutEnabled whether an idle session ends earlier
 * @param idleSessionTimeout how long a session may be idle, or {@code null}
 * @param idleSessionTimeoutUnit the unit of that time, or {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredSessionPolicy(Source policySource, @Nullable Integer absoluteSessionTimeout,
		@Nullable TimeUnit absoluteSessionTimeoutUnit, boolean idleSessionTimeoutEnabled,
		@Nullable Integer idleSessionTimeout, @Nullable TimeUnit idleSessionTimeoutUnit) {

	static final StoredSessionPolicy APPLICATION = new StoredSessionPolicy(Source.APPLICATION, null, null, false, null,
			null);

	static StoredSessionPolicy custom(@Nullable Integer absoluteMinutes, boolean idleEnabled,
			@Nullable Integer idleMinutes) {
		return new StoredSessionPolicy(Source.CUSTOM, absoluteMinutes, unitOf(absoluteMinutes), idleEnabled,
				idleMinutes, unitOf(idleMinutes));
	}

	private static @Nullable TimeUnit unitOf(@Nullable Integer minutes) {
		return (minutes != null) ? TimeUnit.MINUTES : null;
	}

	/**
	 * Whose policy applies.
	 */
	public enum Source {

		/**
		 * The policy of the application.
		 */
		APPLICATION,

		/**
		 * The policy of the organization.
		 */
		CUSTOM

	}

	/**
	 * The unit of a timeout.
	 */
	public enum TimeUnit {

		/**
		 * Minutes.
		 */
		MINUTES(1),

		/**
		 * Hours.
		 */
		HOURS(60),

		/**
		 * Days.
		 */
		DAYS(24 * 60);

		private final int minutes;

		TimeUnit(int minutes) {
			this.minutes = minutes;
		}

		int minutes() {
			return this.minutes;
		}

	}

}
