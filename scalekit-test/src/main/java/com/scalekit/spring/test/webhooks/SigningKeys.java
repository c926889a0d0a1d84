package com.scalekit.spring.test.webhooks;

import java.util.List;
import java.util.stream.Stream;

/**
 * The secrets of one side, the newest first.
 */
final class SigningKeys {

	private final List<SigningKey> initial;

	private volatile List<SigningKey> current;

	SigningKeys(SigningKey initial) {
		this.initial = List.of(initial);
		this.current = this.initial;
	}

	List<SigningKey> current() {
		return this.current;
	}

	List<String> secrets() {
		return this.current.stream().map(SigningKey::secret).toList();
	}

	synchronized String rotate() {
		SigningKey added = SigningKey.random();
		this.current = Stream.concat(Stream.of(added), this.current.stream()).toList();
		return added.secret();
	}

	synchronized void dropOld() {
		this.current = this.current.subList(0, 1);
	}

	void reset() {
		this.current = this.initial;
	}

}
