package com.scalekit.spring.test.organizations;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.organizations.StoredSessionPolicy.Source;
import com.scalekit.spring.test.organizations.StoredSessionPolicy.TimeUnit;
import com.scalekit.spring.test.server.Validation;

/**
 * The body that updates a session policy. A timeout without a unit is in minutes.
 */
record SessionPolicyInput(@Nullable Source policySource, @Nullable Integer absoluteSessionTimeout,
		@Nullable TimeUnit absoluteSessionTimeoutUnit, @Nullable Boolean idleSessionTimeoutEnabled,
		@Nullable Integer idleSessionTimeout, @Nullable TimeUnit idleSessionTimeoutUnit) {

	/**
	 * Refuse timeouts that are too long to be counted in minutes.
	 */
	void verify() {
		Validation validation = new Validation();
		verify(validation, "absolute_session_timeout", this.absoluteSessionTimeout, this.absoluteSessionTimeoutUnit);
		verify(validation, "idle_session_timeout", this.idleSessionTimeout, this.idleSessionTimeoutUnit);
		validation.verify();
	}

	private static void verify(Validation validation, String field, @Nullable Integer timeout,
			@Nullable TimeUnit unit) {
		int max = Integer.MAX_VALUE / minutesPer(unit);
		if (timeout != null && timeout > max) {
			validation.violated(field, "value must be less than or equal to %d".formatted(max), "int32.lte");
		}
	}

	/**
	 * Apply this to a policy: its source and timeouts stay as they are if they are left
	 * out.
	 */
	StoredSessionPolicy applyTo(StoredSessionPolicy current) {
		if (((this.policySource != null) ? this.policySource : current.policySource()) == Source.APPLICATION) {
			return StoredSessionPolicy.APPLICATION;
		}
		Integer absolute = minutes(this.absoluteSessionTimeout, this.absoluteSessionTimeoutUnit);
		Integer idle = minutes(this.idleSessionTimeout, this.idleSessionTimeoutUnit);
		return StoredSessionPolicy.custom((absolute != null) ? absolute : current.absoluteSessionTimeout(),
				Boolean.TRUE.equals(this.idleSessionTimeoutEnabled),
				(idle != null) ? idle : current.idleSessionTimeout());
	}

	private static @Nullable Integer minutes(@Nullable Integer timeout, @Nullable TimeUnit unit) {
		return (timeout != null) ? Integer.valueOf(timeout * minutesPer(unit)) : null;
	}

	private static int minutesPer(@Nullable TimeUnit unit) {
		return (unit != null) ? unit.minutes() : 1;
	}

}
