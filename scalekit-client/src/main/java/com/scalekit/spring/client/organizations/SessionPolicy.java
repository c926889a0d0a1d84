package com.scalekit.spring.client.organizations;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.Enveloped;

/**
 * How long the sessions of an organization's users last. Instances are immutable: each
 * {@code with} method returns a changed copy.
 *
 * @param source where the policy comes from
 * @param absoluteTimeout how long a session lasts at most, in whole minutes, {@code null}
 * if the organization does not say
 * @param idleTimeoutEnabled whether a session ends when it is not used, {@code null} if
 * the organization does not say
 * @param idleTimeout how long a session may be unused, in whole minutes, {@code null} if
 * the organization does not say
 */
@Enveloped("policy")
public record SessionPolicy(Source source, @Nullable Duration absoluteTimeout, @Nullable Boolean idleTimeoutEnabled,
		@Nullable Duration idleTimeout) {

	/**
	 * Create a policy.
	 * @param source where the policy comes from
	 * @param absoluteTimeout how long a session lasts at most
	 * @param idleTimeoutEnabled whether a session ends when it is not used
	 * @param idleTimeout how long a session may be unused
	 * @throws IllegalArgumentException if a timeout is not a positive number of whole
	 * minutes
	 */
	public SessionPolicy {
		requireMinutes(absoluteTimeout, "absoluteTimeout");
		requireMinutes(idleTimeout, "idleTimeout");
	}

	/**
	 * The policy of the application, which the organization then shares.
	 * @return the policy
	 */
	public static SessionPolicy ofApplication() {
		return new SessionPolicy(Source.APPLICATION, null, null, null);
	}

	/**
	 * A policy of the organization's own, to be completed with timeouts.
	 * @return the policy
	 */
	public static SessionPolicy custom() {
		return new SessionPolicy(Source.CUSTOM, null, null, null);
	}

	/**
	 * End sessions after a time.
	 * @param timeout how long a session lasts at most, in whole minutes
	 * @return a copy with the timeout
	 * @throws IllegalArgumentException if the timeout is not a positive number of whole
	 * minutes
	 */
	public SessionPolicy withAbsoluteTimeout(Duration timeout) {
		return new SessionPolicy(this.source, timeout, this.idleTimeoutEnabled, this.idleTimeout);
	}

	/**
	 * End sessions that are not used.
	 * @param timeout how long a session may be unused, in whole minutes
	 * @return a copy with the timeout
	 * @throws IllegalArgumentException if the timeout is not a positive number of whole
	 * minutes
	 */
	public SessionPolicy withIdleTimeout(Duration timeout) {
		return new SessionPolicy(this.source, this.absoluteTimeout, true, timeout);
	}

	/**
	 * Keep sessions that are not used.
	 * @return a copy without an idle timeout
	 */
	public SessionPolicy withoutIdleTimeout() {
		return new SessionPolicy(this.source, this.absoluteTimeout, false, null);
	}

	private static void requireMinutes(@Nullable Duration timeout, String name) {
		Assert.isTrue(timeout == null
				|| (timeout.compareTo(Duration.ZERO) > 0 && timeout.truncatedTo(ChronoUnit.MINUTES).equals(timeout)),
				() -> "'" + name + "' must be a positive number of whole minutes");
	}

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static SessionPolicy of(Wire wire) {
		return new SessionPolicy(wire.policySource(),
				duration(wire.absoluteSessionTimeout(), wire.absoluteSessionTimeoutUnit()),
				wire.idleSessionTimeoutEnabled(), duration(wire.idleSessionTimeout(), wire.idleSessionTimeoutUnit()));
	}

	private static @Nullable Duration duration(@Nullable Integer amount, @Nullable Unit unit) {
		if (amount == null || amount <= 0) {
			return null;
		}
		return Duration.of(amount, (unit != null) ? unit.chronoUnit : ChronoUnit.MINUTES);
	}

	@JsonValue
	Wire toWire() {
		return new Wire(this.source, minutes(this.absoluteTimeout), unit(this.absoluteTimeout), this.idleTimeoutEnabled,
				minutes(this.idleTimeout), unit(this.idleTimeout));
	}

	private static @Nullable Integer minutes(@Nullable Duration timeout) {
		return (timeout != null) ? Integer.valueOf(Math.toIntExact(timeout.toMinutes())) : null;
	}

	private static @Nullable Unit unit(@Nullable Duration timeout) {
		return (timeout != null) ? Unit.MINUTES : null;
	}

	/**
	 * Where a session policy comes from.
	 */
	public enum Source {

		/**
		 * The application's policy applies.
		 */
		APPLICATION,

		/**
		 * The organization has a policy of its own.
		 */
		CUSTOM,

		/**
		 * A source this version of the client does not know.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

	/**
	 * A session policy in Scalekit's JSON, which has a number and a unit for each
	 * timeout.
	 */
	record Wire(Source policySource, @Nullable Integer absoluteSessionTimeout,
			@Nullable Unit absoluteSessionTimeoutUnit, @Nullable Boolean idleSessionTimeoutEnabled,
			@Nullable Integer idleSessionTimeout, @Nullable Unit idleSessionTimeoutUnit) {

	}

	/**
	 * The unit of a timeout. What Scalekit answers is always in minutes.
	 */
	enum Unit {

		@JsonEnumDefaultValue
		MINUTES(ChronoUnit.MINUTES),

		HOURS(ChronoUnit.HOURS),

		DAYS(ChronoUnit.DAYS);

		private final ChronoUnit chronoUnit;

		Unit(ChronoUnit chronoUnit) {
			this.chronoUnit = chronoUnit;
		}

	}

}
