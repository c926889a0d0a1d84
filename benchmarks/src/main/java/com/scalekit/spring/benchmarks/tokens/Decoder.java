package com.scalekit.spring.benchmarks.tokens;

import java.util.List;
import java.util.function.ObjIntConsumer;

import reactor.core.publisher.Flux;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

import com.scalekit.spring.security.resource.ScalekitJwtDecoders;

/**
 * What is compared. All of them accept RS256 only, and check times, issuer and audience.
 */
public enum Decoder {

	/**
	 * The decoder of Spring Security.
	 */
	SPRING_SECURITY("(a) NimbusJwtDecoder") {

		@Override
		public ObjIntConsumer<String> create(String url) {
			NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(url + "/keys").build();
			decoder.setJwtValidator(validator(url));
			return blocking(decoder);
		}

	},

	/**
	 * The decoder of the library.
	 */
	SCALEKIT("(b) ScalekitJwtDecoders") {

		@Override
		public ObjIntConsumer<String> create(String url) {
			return blocking(ScalekitJwtDecoders.forEnvironment(url).audiences(TokenIssuer.AUDIENCE).build());
		}

	},

	/**
	 * The reactive decoder of Spring Security.
	 */
	REACTIVE_SPRING_SECURITY("(c) NimbusReactiveJwtDecoder") {

		@Override
		public ObjIntConsumer<String> create(String url) {
			NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(url + "/keys").build();
			decoder.setJwtValidator(validator(url));
			return reactive(decoder);
		}

	},

	/**
	 * The reactive decoder of the library.
	 */
	REACTIVE_SCALEKIT("(d) ScalekitJwtDecoders, reactive") {

		@Override
		public ObjIntConsumer<String> create(String url) {
			return reactive(ScalekitJwtDecoders.forEnvironment(url).audiences(TokenIssuer.AUDIENCE).buildReactive());
		}

	};

	private static final int CONCURRENCY = 32;

	private final String title;

	Decoder(String title) {
		this.title = title;
	}

	/**
	 * Create the decoder.
	 * @param url the URL of the issuer
	 * @return decodes a token a number of times, and fails if it is not accepted
	 */
	public abstract ObjIntConsumer<String> create(String url);

	private static OAuth2TokenValidator<Jwt> validator(String url) {
		return JwtValidators.createDefaultWithValidators(
				List.of(new JwtIssuerValidator(url), new JwtAudienceValidator(TokenIssuer.AUDIENCE)));
	}

	private static ObjIntConsumer<String> blocking(JwtDecoder decoder) {
		return (token, times) -> {
			for (int i = 0; i < times; i++) {
				decoder.decode(token);
			}
		};
	}

	private static ObjIntConsumer<String> reactive(ReactiveJwtDecoder decoder) {
		return (token,
				times) -> Flux.range(0, times).flatMap((number) -> decoder.decode(token), CONCURRENCY).blockLast();
	}

	@Override
	public String toString() {
		return this.title;
	}

}
