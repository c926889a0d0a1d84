package com.example.console.organizations;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

import com.scalekit.spring.client.organizations.SessionPolicy;
import com.scalekit.spring.client.organizations.SessionPolicy.Source;

/**
 * How long the sessions of an organization's users last.
 *
 * @param custom whether the organization has a policy of its own
 * @param absolute how long a session lasts at most
 * @param idleEnabled whether a session ends when it is not used
 * @param idle how long a session may be unused
 */
record SessionPolicyForm(boolean custom, Timeout absolute, boolean idleEnabled, Timeout idle) {

	static final SessionPolicyForm OF_APPLICATION = of(SessionPolicy.ofApplication());

	SessionPolicyForm {
		absolute = orEmpty(absolute);
		idle = orEmpty(idle);
	}

	private static Timeout orEmpty(@Nullable Timeout timeout) {
		return (timeout != null) ? timeout : Timeout.NONE;
	}

	static SessionPolicyForm of(SessionPolicy policy) {
		return new SessionPolicyForm(policy.source() == Source.CUSTOM, Timeout.of(policy.absoluteTimeout()),
				Boolean.TRUE.equals(policy.idleTimeoutEnabled()), Timeout.of(policy.idleTimeout()));
	}

	void validate(BindingResult errors) {
		if (this.custom) {
			this.absolute.validate("sessions.absolute.amount", errors);
			if (this.idleEnabled) {
				this.idle.validate("sessions.idle.amount", errors);
			}
		}
	}

	SessionPolicy toPolicy() {
		if (!this.custom) {
			return SessionPolicy.ofApplication();
		}
		SessionPolicy policy = SessionPolicy.custom().withAbsoluteTimeout(this.absolute.toDuration());
		return this.idleEnabled ? policy.withIdleTimeout(this.idle.toDuration()) : policy.withoutIdleTimeout();
	}

	static @Nullable String fieldOf(String field) {
		return switch (field) {
			case "absolute_session_timeout" -> "sessions.absolute.amount";
			case "idle_session_timeout" -> "sessions.idle.amount";
			default -> null;
		};
	}

	@Override
	public String toString() {
		if (!this.custom) {
			return "As in the whole application";
		}
		return "End after " + this.absolute + (this.idleEnabled ? ", and when not used for " + this.idle : "");
	}

}
