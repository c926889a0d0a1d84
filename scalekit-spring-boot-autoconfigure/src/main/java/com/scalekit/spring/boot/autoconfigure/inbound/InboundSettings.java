package com.scalekit.spring.boot.autoconfigure.inbound;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

import com.scalekit.spring.boot.autoconfigure.InvalidConfigurationException;
import com.scalekit.spring.client.InvalidSettingsException.Violation;
import com.scalekit.spring.webhooks.InvalidSecretException;
import com.scalekit.spring.webhooks.WebhookSignature;

/**
 * Checks the settings of a side, and tells all mistakes at once.
 */
public final class InboundSettings {

	private static final Pattern PATH = Pattern.compile("(/[\\w~-][\\w.~-]*)+");

	private static final Duration MAX_TOLERANCE = Duration.ofHours(1);

	private static final DataSize MIN_BODY_SIZE = DataSize.ofKilobytes(1);

	private static final DataSize MAX_BODY_SIZE = DataSize.ofMegabytes(10);

	private final List<Violation> violations = new ArrayList<>();

	private final String prefix;

	/**
	 * Creates the checks.
	 * @param prefix the prefix of the keys, such as {@code scalekit.webhook}
	 */
	public InboundSettings(String prefix) {
		this.prefix = prefix;
	}

	/**
	 * Checks a path, which is compared as it is.
	 * @param path the path
	 * @param example the default
	 * @return these checks
	 */
	public InboundSettings path(String path, String example) {
		return require(PATH.matcher(path).matches(), "path", path,
				"must be a path such as " + example + ", without a pattern or a slash at its end",
				"a path such as " + example);
	}

	/**
	 * Checks the tolerance.
	 * @param tolerance how far a timestamp may be from the present
	 * @return these checks
	 */
	public InboundSettings tolerance(Duration tolerance) {
		return time("tolerance", tolerance, MAX_TOLERANCE, "must be at least 1 s and at most 1 hour", "5m");
	}

	/**
	 * Checks the largest body.
	 * @param size the size
	 * @return these checks
	 */
	public InboundSettings maxBodySize(DataSize size) {
		return require(size.compareTo(MIN_BODY_SIZE) >= 0 && size.compareTo(MAX_BODY_SIZE) <= 0, "max-body-size",
				size.toString(), "must be at least 1 KB and at most 10 MB", "a size in this range, such as 256KB");
	}

	/**
	 * Checks a time, which has to be at least a second.
	 * @param name the last part of the key
	 * @param time the time
	 * @param max the longest time
	 * @param reason the range in words
	 * @param example a time in that range
	 * @return these checks
	 */
	public InboundSettings time(String name, Duration time, Duration max, String reason, String example) {
		return require(time.compareTo(Duration.ofSeconds(1)) >= 0 && time.compareTo(max) <= 0, name, time.toString(),
				reason, "a time in this range, such as " + example);
	}

	/**
	 * Checks something else.
	 * @param valid whether it is right
	 * @param name the last part of the key
	 * @param value the value, which is no secret
	 * @param reason what it must be
	 * @param remedy what to set it to
	 * @return these checks
	 */
	public InboundSettings require(boolean valid, String name, String value, String reason, String remedy) {
		if (!valid) {
			this.violations.add(new Violation(this.prefix + "." + name, value, reason, remedy));
		}
		return this;
	}

	/**
	 * Ends the checks.
	 * @throws InvalidConfigurationException if there is a mistake
	 */
	public void validate() {
		if (!this.violations.isEmpty()) {
			throw new InvalidConfigurationException(this.violations.toArray(Violation[]::new));
		}
	}

	/**
	 * Creates the signature.
	 * @param secrets the signing secrets
	 * @param tolerance how far a timestamp may be from the present
	 * @return the signature
	 * @throws InvalidConfigurationException if there is a mistake, also in a secret
	 */
	public WebhookSignature signature(List<String> secrets, Duration tolerance) {
		validate();
		try {
			return new WebhookSignature(secrets, tolerance, Clock.systemUTC());
		}
		catch (InvalidSecretException ex) {
			for (int i = 0; i < secrets.size(); i++) {
				requireSecret(secrets.get(i), (secrets.size() > 1) ? "secret[" + i + "]" : "secret");
			}
			if (secrets.isEmpty()) {
				requireSecret("", "secret");
			}
			throw new InvalidConfigurationException(this.violations.toArray(Violation[]::new));
		}
	}

	private void requireSecret(String secret, String name) {
		String reason = problem(secret);
		if (reason != null) {
			this.violations.add(new Violation(this.prefix + "." + name, secret.isBlank() ? "" : null, reason,
					"the signing secret from the Scalekit dashboard, such as whsec_..."));
		}
	}

	private static @Nullable String problem(String secret) {
		if (secret.isBlank()) {
			return "must not be empty";
		}
		if (secret.contains("${")) {
			return "must not be a placeholder that nothing resolves";
		}
		try {
			new WebhookSignature(List.of(secret));
			return null;
		}
		catch (InvalidSecretException ex) {
			return "must be a signing secret, but " + ex.getReason();
		}
	}

}
