package com.scalekit.spring.security.keys;

import java.time.Duration;
import java.time.Instant;

import com.nimbusds.jose.jwk.JWKSet;

/**
 * Key set as it was at some time.
 *
 * @param keySet the key set
 * @param fetchedAt when it was fetched
 */
record FetchedKeys(JWKSet keySet, Instant fetchedAt) {

	boolean isYoungerThan(Duration age, Instant now) {
		return this.fetchedAt.plus(age).isAfter(now);
	}

}
