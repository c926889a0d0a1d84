package com.scalekit.spring.security.resource;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import com.scalekit.spring.security.MutableClock;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.oauth2.BrokenToken;
import com.scalekit.spring.test.oauth2.NewToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Which tokens are access tokens for an application.
 */
class AccessTokenValidatorTests {

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer scalekit = ScalekitServer.builder().clock(this.clock).start();

	private final JwtDecoder decoder = decoder((builder) -> builder);

	@AfterEach
	void stop() {
		this.scalekit.close();
	}

	private JwtDecoder decoder(UnaryOperator<ScalekitJwtDecoders.Builder> settings) {
		return settings
			.apply(ScalekitJwtDecoders.forEnvironment(this.scalekit.url() + "/")
				.audiences(this.scalekit.clientId())
				.clock(this.clock))
			.build();
	}

	@Test
	void userToken() {
		Jwt token = decode(user().organization("org_1"));
		assertThat(token.getSubject()).isEqualTo("usr_1");
		assertThat(token.getClaimAsString("oid")).isEqualTo("org_1");
		assertThat(token.getClaimAsString("iss")).isEqualTo(this.scalekit.url());
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "WRONG_SUBJECT", "WRONG_AUTHORIZED_PARTY" })
	void brokenTokens(BrokenToken mistake) {
		refuses(user().broken(mistake));
		assertThat(this.scalekit.requests())
			.allSatisfy((request) -> assertThat(request.operation()).isEqualTo("GET /keys"));
	}

	@Test
	void tokensThatAreNoAccessTokens() {
		refuses(this.scalekit.accessTokens().idToken("usr_1"));
		refuses(user().claim("at_hash", "a"));
		refuses(user().claim("c_hash", "a"));
		refuses(user().claim("nonce", "a"));
		refuses(this.scalekit.accessTokens().idpInitiated("org_1", "conn_1", "ann@acme.com"));
		refuses(this.scalekit.accessTokens().logoutToken("usr_1", "ses_1"));
		refuses(this.scalekit.accessTokens().logoutToken("usr_1", "ses_1").header("typ", "JWT"));
		refuses(user().claim("sub", " "));
	}

	@Test
	void tokensThatAreNoTokens() {
		for (String token : new String[] { "", "a", "a.b", "a.b.c", "a.b.c.d.e", "e30.e30.", "..", "rt_1234567890" }) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> this.decoder.decode(token));
		}
		assertThat(this.scalekit.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt" })
	void types(String type) {
		assertThat(decode(user().header("typ", type))).isNotNull();
	}

	@Test
	void otherTypes() {
		assertThat(decode(user().header("typ", null))).isNotNull();
		refuses(user().header("typ", "secevent+jwt"));
		refuses(user().header("typ", ""));
	}

	@Test
	void foreignKeysInTheHeader() {
		refuses(user().header("jku", this.scalekit.url() + "/keys"));
		refuses(user().header("x5u", this.scalekit.url() + "/keys"));
	}

	@Test
	void audiences() {
		assertThat(decode(user().claim("aud", this.scalekit.clientId()))).isNotNull();
		assertThat(decode(user().audience("other", this.scalekit.clientId()))).isNotNull();
		refuses(user().audience("other"));
		JwtDecoder other = decoder((builder) -> builder.audiences("https://api.acme.com"));
		assertThat(other.decode(user().audience("https://api.acme.com").sign())).isNotNull();
		assertThat(other.decode(user().sign())).isNotNull();
	}

	@Test
	void programs() {
		assertThat(decode(machine())).isNotNull();
		assertThat(decode(machine().claim("aud", List.of()))).isNotNull();
		assertThat(decode(machine().audience(this.scalekit.clientId()))).isNotNull();
		refuses(machine().audience("other"));
		refuses(user().withoutClaim("aud").claim("client_id", "usr_2"));
		refuses(user().withoutClaim("aud").withoutClaim("client_id"));
		JwtDecoder strict = decoder((builder) -> builder.machineTokensWithoutAudience(false));
		refuses(strict, machine());
		assertThat(strict.decode(machine().audience(this.scalekit.clientId()).sign())).isNotNull();
	}

	@Test
	void expiry() {
		assertThat(decode(user().expiresIn(Duration.ofSeconds(-59)))).isNotNull();
		assertThat(decode(user().expiresIn(Duration.ofSeconds(-60)))).isNotNull();
		refuses(user().expiresIn(Duration.ofSeconds(-61)));
		refuses(user().claim("exp", "soon"));
	}

	@Test
	void notBefore() {
		assertThat(decode(user().validIn(Duration.ofSeconds(59)))).isNotNull();
		assertThat(decode(user().validIn(Duration.ofSeconds(60)))).isNotNull();
		refuses(user().validIn(Duration.ofSeconds(61)));
		assertThat(decode(user().withoutClaim("nbf"))).isNotNull();
	}

	@Test
	void clockSkew() {
		JwtDecoder exact = decoder((builder) -> builder.clockSkew(Duration.ZERO));
		assertThat(exact.decode(user().expiresIn(Duration.ZERO).withoutClaim("iat").sign())).isNotNull();
		refuses(exact, user().expiresIn(Duration.ofSeconds(-1)));
	}

	@Test
	void furtherIssuers() {
		String issuer = this.scalekit.url() + "/resources/res_1";
		refuses(user().claim("iss", issuer));
		assertThat(decoder((builder) -> builder.issuers(List.of(issuer))).decode(user().claim("iss", issuer).sign()))
			.isNotNull();
		refuses(user().claim("iss", "HTTP" + this.scalekit.url().substring(4)));
	}

	@Test
	void rotation() {
		String old = user().sign();
		this.decoder.decode(old);
		this.scalekit.keys().rotate();
		assertThat(decode(user())).isNotNull();
		assertThat(this.decoder.decode(old)).isNotNull();
	}

	@Test
	void withoutAnAudience() {
		assertThatIllegalStateException()
			.isThrownBy(() -> ScalekitJwtDecoders.forEnvironment("https://acme.scalekit.com").build())
			.withMessage("There is no audience");
	}

	@Test
	void refusalsShowNoClaims() {
		for (NewToken token : Arrays.asList(user().claim("iss", "s3cret"), user().audience("s3cret"),
				user().claim("nonce", "s3cret"))) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decode(token))
				.satisfies((ex) -> assertThat(ex).hasMessageNotContaining("s3cret"));
		}
	}

	private NewToken user() {
		return this.scalekit.accessTokens().user("usr_1");
	}

	private NewToken machine() {
		return this.scalekit.accessTokens().machine("m2morg_1");
	}

	private Jwt decode(NewToken token) {
		return this.decoder.decode(token.sign());
	}

	private void refuses(NewToken token) {
		refuses(this.decoder, token);
	}

	private static void refuses(JwtDecoder decoder, NewToken token) {
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(token.sign()));
	}

}
