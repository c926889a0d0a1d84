package com.scalekit.spring.security.login;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;

/**
 * Decodes ID tokens that Scalekit has signed on a thread that may wait for the keys.
 */
final class ReactiveIdTokenDecoders implements ReactiveJwtDecoderFactory<ClientRegistration> {

	private final ScalekitLogin login;

	private final IdTokenDecoders decoders;

	private final ReactiveOidcIdTokenDecoderFactory others = new ReactiveOidcIdTokenDecoderFactory();

	ReactiveIdTokenDecoders(ScalekitLogin login) {
		this.login = login;
		this.decoders = new IdTokenDecoders(login);
	}

	@Override
	public ReactiveJwtDecoder createDecoder(ClientRegistration registration) {
		if (!this.login.signsTokensOf(registration)) {
			return this.others.createDecoder(registration);
		}
		JwtDecoder decoder = this.decoders.createDecoder(registration);
		return (token) -> Mono.fromCallable(() -> decoder.decode(token)).subscribeOn(Schedulers.boundedElastic());
	}

}
