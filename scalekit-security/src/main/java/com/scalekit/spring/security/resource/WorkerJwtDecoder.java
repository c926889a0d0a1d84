package com.scalekit.spring.security.resource;

import java.util.concurrent.RejectedExecutionException;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Decodes on worker threads, so that both stacks have the same decoder: fetching keys
 * blocks.
 *
 * @param decoder the decoder
 */
record WorkerJwtDecoder(JwtDecoder decoder) implements ReactiveJwtDecoder {

	@Override
	public Mono<Jwt> decode(String token) {
		Mono<Jwt> result = Mono.fromCallable(() -> this.decoder.decode(token))
			.subscribeOn(Schedulers.boundedElastic())
			.onErrorMap(RejectedExecutionException.class,
					(ex) -> new JwtException("Too many tokens wait to be decoded", ex));
		return BearerTokenWebFilter.reportOutage(result,
				(ex) -> ex instanceof JwtException && !(ex instanceof BadJwtException));
	}

}
