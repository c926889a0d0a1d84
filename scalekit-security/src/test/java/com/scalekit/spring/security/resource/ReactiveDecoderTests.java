package com.scalekit.spring.security.resource;

import java.net.URI;
import java.time.Duration;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

import com.scalekit.spring.security.MutableClock;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.oauth2.BrokenToken;
import com.scalekit.spring.test.oauth2.NewToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * On which thread tokens are decoded in reactive applications, whose threads must not
 * wait for keys.
 */
class ReactiveDecoderTests {

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer scalekit = ScalekitServer.builder().clock(this.clock).start();

	private final ReactiveJwtDecoder decoder = ScalekitJwtDecoders.forEnvironment(this.scalekit.url())
		.audiences(this.scalekit.clientId())
		.clock(this.clock)
		.buildReactive();

	@AfterEach
	void stop() {
		this.scalekit.close();
	}

	@Test
	void keysAreFetchedOnWorkerThread() {
		assertThat(threadOf(user())).startsWith("boundedElastic");
		assertThat(threadOf(user())).isEqualTo(Thread.currentThread().getName());
		this.scalekit.keys().rotate();
		assertThat(threadOf(user())).startsWith("boundedElastic");
		assertThat(threadOf(user())).isEqualTo(Thread.currentThread().getName());
		assertThat(fetches()).isEqualTo(2);
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(threadOf(user())).startsWith("boundedElastic");
		assertThat(fetches()).isEqualTo(3);
	}

	@Test
	void keysOfTheApplicationMayBlock() {
		ReactiveJwtDecoder ownKeys = ScalekitJwtDecoders
			.forEnvironment(URI.create(this.scalekit.url()), new ImmutableJWKSet<>(new JWKSet()))
			.audiences(this.scalekit.clientId())
			.buildReactive();
		Mono<String> thread = ownKeys.decode(user().sign())
			.map(Jwt::getTokenValue)
			.onErrorResume(BadJwtException.class, (ex) -> Mono.just(Thread.currentThread().getName()));
		assertThat(thread.block()).startsWith("boundedElastic");
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "WRONG_SUBJECT", "WRONG_AUTHORIZED_PARTY" })
	void brokenTokensAreRefusedWithAndWithoutKeys(BrokenToken mistake) {
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decode(user().broken(mistake)));
			assertThat(decode(user())).isNotNull();
			this.clock.advance(Duration.ofSeconds(10));
		}
	}

	@Test
	void knownKeysAreGoodDuringAnOutage() {
		decode(user());
		this.scalekit.refuseConnections();
		this.clock.advance(Duration.ofMinutes(59));
		assertThat(decode(user())).isNotNull();
		NewToken unknown = user().broken(BrokenToken.UNKNOWN_KEY);
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> decode(unknown))
			.isNotInstanceOf(BadJwtException.class);
	}

	private NewToken user() {
		return this.scalekit.accessTokens().user("usr_1");
	}

	private Jwt decode(NewToken token) {
		return this.decoder.decode(token.sign()).blockOptional().orElseThrow();
	}

	private String threadOf(NewToken token) {
		return this.decoder.decode(token.sign())
			.map((jwt) -> Thread.currentThread().getName())
			.blockOptional()
			.orElseThrow();
	}

	private int fetches() {
		return this.scalekit.requests("GET /keys").size();
	}

}
