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

	SessionPolicyForm {
		absolute = orEmpty(absolute);
		idle = orEmpty(idle);
	}

	private static Timeout orEmpty(@Nullable Timeout timeout) {
		return (timeout != null) ? timeout : Timeout.of(null);
	}

	static SessionPolicyForm of(SessionPolicy policy) {
		return new SessionPolicyForm(policy.source() == Source.CUSTOM, Timeout.of(policy.absoluteTimeout()),
				Boolean.TRUE.equals(policy.idleTimeoutEnabled()), Timeout.of(policy.idleTimeout()));
	}

	void validate(BindingResult errors) {
		if (this.custom && !errors.hasErrors()) {
			this.absolute.validate("absolute.amount", errors);
			if (this.idleEnabled) {
				this.idle.validate("idle.amount", errors);
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
			case "absolute_session_timeout" -> "absolute.amount";
			case "idle_session_timeout" -> "idle.amount";
			default -> null;
		};
	}

}
