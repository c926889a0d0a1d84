package com.scalekit.spring.test.oauth2;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.scalekit.spring.test.server.EnvironmentState;

/**
 * The keys that a {@code ScalekitServer} signs tokens with, which applications read from
 * {@code /keys}. How often they do is known from the requests: <pre class="code">
 * server.keys().rotate();
 * // ...
 * assertThat(server.requests("GET /keys")).hasSize(1);
 * </pre>
 */
public final class Keys {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final EnvironmentState state;

	private final List<SigningKey> keys = new ArrayList<>();

	private int published = -1;

	private Duration delay = Duration.ZERO;

	Keys(EnvironmentState state) {
		this.state = state;
	}

	/**
	 * Sign with a new key from now on. The old ones are still published, so that tokens
	 * that are signed with them stay valid, until they are {@linkplain #dropOld()
	 * dropped}.
	 * @return the id of the new key, such as {@code snk_1234}
	 */
	public String rotate() {
		synchronized (this.state) {
			current();
			this.keys.add(newKey());
			return current().id();
		}
	}

	/**
	 * Publish the newest key only. Tokens that are signed with another one are no longer
	 * valid.
	 */
	public void dropOld() {
		synchronized (this.state) {
			SigningKey current = current();
			this.keys.clear();
			this.keys.add(current);
		}
	}

	/**
	 * Return the id of the key that is signed with.
	 * @return the id, such as {@code snk_1234}
	 */
	public String currentId() {
		synchronized (this.state) {
			return current().id();
		}
	}

	/**
	 * Publish a number of keys: none, the newest ones, or more than there are, by adding
	 * keys that nothing is signed with.
	 * @param count the number of keys, not negative
	 */
	public void publish(int count) {
		if (count < 0) {
			throw new IllegalArgumentException("The number of keys must not be negative: " + count);
		}
		synchronized (this.state) {
			this.published = count;
		}
	}

	/**
	 * Answer requests for the keys late, from now on.
	 * @param delay the time that passes before the response is sent, in real time and not
	 * negative
	 */
	public void slow(Duration delay) {
		if (delay.isNegative()) {
			throw new IllegalArgumentException("The delay must not be negative: " + delay);
		}
		synchronized (this.state) {
			this.delay = delay;
		}
	}

	Duration delay() {
		return this.delay;
	}

	/**
	 * The first key is generated when it is needed, as that takes a while.
	 */
	SigningKey current() {
		if (this.keys.isEmpty()) {
			this.keys.add(newKey());
		}
		return this.keys.get(this.keys.size() - 1);
	}

	Optional<SigningKey> find(String id) {
		return this.keys.stream().filter((key) -> key.id().equals(id)).findFirst();
	}

	private SigningKey newKey() {
		return SigningKey.generate(this.state.nextId("snk_"));
	}

	/**
	 * Return what is published, the newest key first.
	 */
	List<Map<String, String>> published() {
		SigningKey current = current();
		List<Map<String, String>> jwks = new ArrayList<>();
		jwks.add(current.toJwk());
		for (int i = this.keys.size() - 2; i >= 0; i--) {
			jwks.add(this.keys.get(i).toJwk());
		}
		return (this.published < 0) ? jwks
				: Stream.concat(jwks.stream(), Stream.generate(this::decoy)).limit(this.published).toList();
	}

	private Map<String, String> decoy() {
		return SigningKey.jwk(this.state.nextId("snk_"),
				new BigInteger(SigningKey.KEY_SIZE, RANDOM).setBit(SigningKey.KEY_SIZE - 1).setBit(0),
				SigningKey.PUBLIC_EXPONENT);
	}

	/**
	 * Forget what a test has set. The newest key stays, as the application under test may
	 * keep it.
	 */
	void reset() {
		synchronized (this.state) {
			this.published = -1;
			this.delay = Duration.ZERO;
			if (!this.keys.isEmpty()) {
				dropOld();
			}
		}
	}

}
