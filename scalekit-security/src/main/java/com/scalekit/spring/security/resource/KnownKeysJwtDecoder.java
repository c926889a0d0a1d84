package com.scalekit.spring.security.resource;

import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Decodes on the thread of the subscriber if the key of the token is known, as a change
 * of threads costs more than most of the checks.
 *
 * @param decoder decodes with the keys that are known
 * @param worker decodes all other tokens
 */
record KnownKeysJwtDecoder(JwtDecoder decoder, ReactiveJwtDecoder worker) implements ReactiveJwtDecoder {

	@Override
	public Mono<Jwt> decode(String token) {
		return Mono.fromCallable(() -> this.decoder.decode(token))
			.onErrorResume(KnownKeysJwtDecoder::isUndecided, (ex) -> this.worker.decode(token));
	}

	/**
	 * Whether nobody knows if the token is a good one.
	 */
	private static boolean isUndecided(Throwable failure) {
		return failure instanceof JwtException && !(failure instanceof BadJwtException);
	}

}
