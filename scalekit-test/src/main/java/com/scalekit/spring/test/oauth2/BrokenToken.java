package com.scalekit.spring.test.oauth2;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The ways in which a token can be wrong, so that an application must refuse it. Some are
 * mistakes of ID tokens only.
 *
 * @see NewToken#broken(BrokenToken)
 */
public enum BrokenToken {

	/**
	 * The token is not signed: its algorithm is {@code none}.
	 */
	UNSIGNED((token) -> token.signedBy(ForgedSigner.none())),

	/**
	 * The token is signed with HS256, and the public key is taken for the secret.
	 */
	HS256((token) -> token.signedBy(ForgedSigner.hs256(token.key().publicKey()))),

	/**
	 * The token is signed with ES256 and a key of somebody else.
	 */
	ES256((token) -> token.signedBy(ForgedSigner.es256())),

	/**
	 * The token is signed with a key of somebody else, but names the key of the
	 * environment.
	 */
	FOREIGN_KEY((token) -> token.signedBy(SigningKey.foreign())),

	/**
	 * The token is signed with a key of somebody else, and brings it along in the header
	 * {@code jwk}.
	 */
	EMBEDDED_KEY((token) -> {
		signedByForeignKey(token);
		token.header().put("jwk", SigningKey.foreign().toJwk());
	}),

	/**
	 * The token is signed with a key of somebody else, and the header {@code jku} has a
	 * URL that it can be read from: {@code /forged-keys} of this server.
	 */
	KEY_SET_URL((token) -> {
		signedByForeignKey(token);
		token.header().put("jku", token.environmentUrl() + SignedTokens.FORGED_KEYS);
	}),

	/**
	 * The token is signed with a key of somebody else, and the header {@code x5u} has a
	 * URL of a certificate: {@code /forged-keys} of this server.
	 */
	CERTIFICATE_URL((token) -> {
		signedByForeignKey(token);
		token.header().put("x5u", token.environmentUrl() + SignedTokens.FORGED_KEYS);
	}),

	/**
	 * The token names a key that is not published.
	 */
	UNKNOWN_KEY(BrokenToken::signedByForeignKey),

	/**
	 * The issuer is somebody else.
	 */
	WRONG_ISSUER((token) -> token.claims().put("iss", "https://evil.example.com")),

	/**
	 * The issuer has a slash at its end.
	 */
	ISSUER_WITH_SLASH((token) -> token.claims().put("iss", token.environmentUrl() + "/")),

	/**
	 * The issuer is in upper case.
	 */
	ISSUER_IN_UPPER_CASE((token) -> token.claims().put("iss", token.environmentUrl().toUpperCase(Locale.ROOT))),

	/**
	 * The issuer has another scheme: {@code https} instead of {@code http}.
	 */
	ISSUER_WITH_OTHER_SCHEME(
			(token) -> token.claims().put("iss", token.environmentUrl().replaceFirst("^http:", "https:"))),

	/**
	 * There is no issuer.
	 */
	NO_ISSUER((token) -> token.claims().remove("iss")),

	/**
	 * The token is meant for another application.
	 */
	WRONG_AUDIENCE((token) -> token.claims().put("aud", List.of("skc_000000000000000000"))),

	/**
	 * There is no audience.
	 */
	NO_AUDIENCE((token) -> token.claims().remove("aud")),

	/**
	 * The audience is an empty array.
	 */
	EMPTY_AUDIENCE((token) -> token.claims().put("aud", List.of())),

	/**
	 * There is no subject.
	 */
	NO_SUBJECT((token) -> token.claims().remove("sub")),

	/**
	 * The subject of an ID token is somebody else than that of the access token.
	 */
	WRONG_SUBJECT((token) -> token.claims().put("sub", "usr_000000000000000000")),

	/**
	 * An ID token was issued to another application.
	 */
	WRONG_AUTHORIZED_PARTY((token) -> token.claims().put("azp", "skc_000000000000000000")),

	/**
	 * The nonce of an ID token is not the one of the login.
	 */
	WRONG_NONCE((token) -> token.claims().put("nonce", "forged")),

	/**
	 * The token expired an hour ago. For another time, see
	 * {@link NewToken#expiresIn(java.time.Duration)}.
	 */
	EXPIRED((token) -> List.of("iat", "nbf", "exp")
		.forEach((claim) -> token.claims().computeIfPresent(claim, (name, time) -> token.time(name) - 4500))),

	/**
	 * The token does not expire.
	 */
	NO_EXPIRY((token) -> token.claims().remove("exp")),

	/**
	 * The token expires before it is issued, though in the future.
	 */
	EXPIRES_BEFORE_ISSUED((token) -> token.claims().put("iat", token.time("exp") + 60)),

	/**
	 * The token is not valid for another hour. For another time, see
	 * {@link NewToken#validIn(java.time.Duration)}.
	 */
	NOT_YET_VALID((token) -> {
		token.claims().put("nbf", token.time("iat") + 3600);
		token.claims().put("exp", token.time("iat") + 7200);
	}),

	/**
	 * The token has the type of a token that ends sessions.
	 */
	WRONG_TYPE((token) -> token.header().put("typ", "logout+jwt"));

	private final Consumer<JsonWebToken> change;

	BrokenToken(Consumer<JsonWebToken> change) {
		this.change = change;
	}

	void breakToken(JsonWebToken token) {
		this.change.accept(token);
	}

	private static void signedByForeignKey(JsonWebToken token) {
		SigningKey key = SigningKey.foreign();
		token.signedBy(key);
		token.header().put("kid", key.id());
	}

}
