package com.scalekit.spring.client.organizations;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.Enveloped;
import com.scalekit.spring.client.http.JsonObject;

/**
 * How long the sessions of an organization's users last. Instances are immutable: each
 * {@code with} method returns a changed copy.
 * <p>
 * A policy that was read can be changed and sent. What this version of the client does
 * not know, such as another source, is not sent, so that it stays as it is.
 */
@Enveloped("policy")
public final class SessionPolicy extends JsonObject<SessionPolicy> {

	private static final String SOURCE = "policy_source";

	private static final String ABSOLUTE_TIMEOUT = "absolute_session_timeout";

	private static final String IDLE_TIMEOUT_ENABLED = "idle_session_timeout_enabled";

	private static final String IDLE_TIMEOUT = "idle_session_timeout";

	private static final String UNIT_SUFFIX = "_unit";

	private static final SessionPolicy NONE = new SessionPolicy(Map.of());

	private SessionPolicy(Map<String, @Nullable Object> members) {
		super(SessionPolicy::new, members);
	}

	/**
	 * The policy of the application, which the organization then shares.
	 * @return the policy
	 */
	public static SessionPolicy ofApplication() {
		return NONE.with(SOURCE, Source.APPLICATION);
	}

	/**
	 * A policy of the organization's own, to be completed with timeouts.
	 * @return the policy
	 */
	public static SessionPolicy custom() {
		return NONE.with(SOURCE, Source.CUSTOM);
	}

	@JsonCreator
	static SessionPolicy of(@JsonProperty(SOURCE) @Nullable Source source,
			@JsonProperty(ABSOLUTE_TIMEOUT) @Nullable Long absoluteTimeout,
			@JsonProperty(ABSOLUTE_TIMEOUT + UNIT_SUFFIX) @Nullable String absoluteTimeoutUnit,
			@JsonProperty(IDLE_TIMEOUT_ENABLED) @Nullable Boolean idleTimeoutEnabled,
			@JsonProperty(IDLE_TIMEOUT) @Nullable Long idleTimeout,
			@JsonProperty(IDLE_TIMEOUT + UNIT_SUFFIX) @Nullable String idleTimeoutUnit) {
		SessionPolicy policy = (source != null && source != Source.UNKNOWN) ? NONE.with(SOURCE, source) : NONE;
		policy = policy.withReceived(ABSOLUTE_TIMEOUT, absoluteTimeout, absoluteTimeoutUnit);
		policy = (idleTimeoutEnabled != null) ? policy.with(IDLE_TIMEOUT_ENABLED, idleTimeoutEnabled) : policy;
		return policy.withReceived(IDLE_TIMEOUT, idleTimeout, idleTimeoutUnit);
	}

	private SessionPolicy withReceived(String name, @Nullable Long amount, @Nullable String unit) {
		Duration timeout = (amount != null && amount > 0) ? duration(amount, unit) : null;
		return (timeout != null) ? withTimeout(name, timeout) : this;
	}

	private static @Nullable Duration duration(long amount, @Nullable String unit) {
		if (unit == null) {
			return Duration.ofMinutes(amount);
		}
		return switch (unit.toUpperCase(Locale.ROOT)) {
			case "MINUTES" -> Duration.ofMinutes(amount);
			case "HOURS" -> Duration.ofHours(amount);
			case "DAYS" -> Duration.ofDays(amount);
			case "WEEKS" -> Duration.ofDays(7).multipliedBy(amount);
			default -> null;
		};
	}

	/**
	 * End sessions after a time.
	 * @param timeout how long a session lasts at most, in whole minutes
	 * @return a copy with the timeout
	 * @throws IllegalArgumentException if the timeout is not a positive number of whole
	 * minutes
	 */
	public SessionPolicy withAbsoluteTimeout(Duration timeout) {
		return withTimeout(ABSOLUTE_TIMEOUT, timeout);
	}

	/**
	 * End sessions that are not used.
	 * @param timeout how long a session may be unused, in whole minutes
	 * @return a copy with the timeout
	 * @throws IllegalArgumentException if the timeout is not a positive number of whole
	 * minutes
	 */
	public SessionPolicy withIdleTimeout(Duration timeout) {
		return with(IDLE_TIMEOUT_ENABLED, true).withTimeout(IDLE_TIMEOUT, timeout);
	}

	/**
	 * Keep sessions that are not used.
	 * @return a copy without an idle timeout
	 */
	public SessionPolicy withoutIdleTimeout() {
		return with(IDLE_TIMEOUT_ENABLED, false).without(IDLE_TIMEOUT).without(IDLE_TIMEOUT + UNIT_SUFFIX);
	}

	private SessionPolicy withTimeout(String name, Duration timeout) {
		Assert.notNull(timeout, () -> "'" + name + "' must not be null");
		Assert.isTrue(timeout.compareTo(Duration.ZERO) > 0 && timeout.truncatedTo(ChronoUnit.MINUTES).equals(timeout),
				() -> "'" + name + "' must be a positive number of whole minutes");
		return with(name, timeout.toMinutes()).with(name + UNIT_SUFFIX, "MINUTES");
	}

	/**
	 * Return where the policy comes from.
	 * @return the source, {@link Source#UNKNOWN} if Scalekit does not say
	 */
	public Source source() {
		Source source = get(SOURCE);
		return (source != null) ? source : Source.UNKNOWN;
	}

	/**
	 * Return how long a session lasts at most.
	 * @return the timeout in whole minutes, {@code null} if the organization does not
	 * say, or says it in a unit this version of the client does not know
	 */
	public @Nullable Duration absoluteTimeout() {
		return timeout(ABSOLUTE_TIMEOUT);
	}

	/**
	 * Return whether a session ends when it is not used.
	 * @return {@code null} if the organization does not say
	 */
	public @Nullable Boolean idleTimeoutEnabled() {
		return get(IDLE_TIMEOUT_ENABLED);
	}

	/**
	 * Return how long a session may be unused.
	 * @return the timeout in whole minutes, {@code null} if the organization does not
	 * say, or says it in a unit this version of the client does not know
	 */
	public @Nullable Duration idleTimeout() {
		return timeout(IDLE_TIMEOUT);
	}

	private @Nullable Duration timeout(String name) {
		Long minutes = get(name);
		return (minutes != null) ? Duration.ofMinutes(minutes) : null;
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

}
