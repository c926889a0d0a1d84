package com.scalekit.spring.test.oidc;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.RandomStrings;

/**
 * The codes that applications exchange for tokens: once, within 10 minutes.
 */
final class Codes {

	private static final Duration LIFETIME = Duration.ofMinutes(10);

	private final EnvironmentState state;

	private final Map<String, Code> codes = new HashMap<>();

	Codes(EnvironmentState state) {
		this.state = state;
	}

	String issue(AuthorizationRequest request, Authorization authorization) {
		Instant now = this.state.now();
		this.codes.values().removeIf((code) -> !now.isBefore(code.expiryTime()));
		String value = RandomStrings.secret();
		this.codes.put(value, new Code(authorization, request.redirectUri(), request.nonce(), request.codeChallenge(),
				now.plus(LIFETIME), false));
		return value;
	}

	/**
	 * Return a code, which is used from now on.
	 */
	Optional<Code> use(String value) {
		Code code = this.codes.get(value);
		if (code == null || !this.state.now().isBefore(code.expiryTime())) {
			return Optional.empty();
		}
		this.codes.put(value, code.asUsed());
		return Optional.of(code);
	}

	void clear() {
		this.codes.clear();
	}

	/**
	 * A code.
	 *
	 * @param authorization what it stands for
	 * @param redirectUri where it was sent to
	 * @param nonce what ties the ID token to the login, or {@code null}
	 * @param challenge the hash of what the client has to prove that it asked, or
	 * {@code null}
	 * @param expiryTime when it expires
	 * @param used whether it was exchanged already
	 */
	record Code(Authorization authorization, String redirectUri, @Nullable String nonce, @Nullable String challenge,
			Instant expiryTime, boolean used) {

		private Code asUsed() {
			return new Code(this.authorization, this.redirectUri, this.nonce, this.challenge, this.expiryTime, true);
		}

	}

}
