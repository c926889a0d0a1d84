package com.scalekit.spring.security.login;

import java.util.List;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Decodes ID tokens that Scalekit has signed with the keys that the access tokens share.
 * Those of other registrations are decoded as without Scalekit.
 */
final class IdTokenDecoders implements JwtDecoderFactory<ClientRegistration> {

	private final ScalekitLogin login;

	private final OidcIdTokenDecoderFactory others = new OidcIdTokenDecoderFactory();

	IdTokenDecoders(ScalekitLogin login) {
		this.login = login;
	}

	@Override
	public JwtDecoder createDecoder(ClientRegistration registration) {
		if (!this.login.signsTokensOf(registration)) {
			return this.others.createDecoder(registration);
		}
		NimbusJwtDecoder decoder = this.login
			.decoder(JwtValidators.createDefaultWithValidators(List.of(new OidcIdTokenValidator(registration))));
		decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
		return decoder;
	}

}
