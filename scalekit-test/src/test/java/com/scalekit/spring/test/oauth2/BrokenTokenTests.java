package com.scalekit.spring.test.oauth2;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;

class BrokenTokenTests {

	private final ScalekitServer server = ScalekitServer.start();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "UNSIGNED", "HS256", "ES256", "FOREIGN_KEY", "EMBEDDED_KEY", "KEY_SET_URL", "CERTIFICATE_URL",
			"UNKNOWN_KEY" })
	void isNotSignedByEnvironment(BrokenToken mistake) {
		ParsedToken token = broken(mistake);
		assertThat(token.isSignedBy(keySet("/keys"))).isFalse();
		assertThat(token.text("iss")).isEqualTo(this.server.url());
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "UNSIGNED", "HS256", "ES256", "FOREIGN_KEY", "EMBEDDED_KEY",
			"KEY_SET_URL", "CERTIFICATE_URL", "UNKNOWN_KEY" })
	void isSignedByEnvironmentAllTheSame(BrokenToken mistake) {
		assertThat(broken(mistake).isSignedBy(keySet("/keys"))).isTrue();
	}

	@Test
	void hasNoSignature() {
		ParsedToken token = broken(BrokenToken.UNSIGNED);
		assertThat(token.header().get("alg").stringValue()).isEqualTo("none");
		assertThat(token.signature()).isEmpty();
	}

	@Test
	void isSignedWithPublicKeyAsSecret() throws GeneralSecurityException {
		ParsedToken token = broken(BrokenToken.HS256);
		assertThat(token.header().get("alg").stringValue()).isEqualTo("HS256");
		JsonNode key = keySet("/keys").at("/keys/0");
		byte[] encoded = KeyFactory.getInstance("RSA")
			.generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")))
			.getEncoded();
		String pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
			.formatted(Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(encoded));
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(pem.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
		assertThat(token.signature()).isEqualTo(mac.doFinal(token.content()));
	}

	private static BigInteger number(JsonNode key, String member) {
		return new BigInteger(1, Base64.getUrlDecoder().decode(key.get(member).stringValue()));
	}

	@Test
	void isSignedWithEllipticCurve() {
		ParsedToken token = broken(BrokenToken.ES256);
		assertThat(token.header().get("alg").stringValue()).isEqualTo("ES256");
		assertThat(token.signature()).hasSize(64);
	}

	@Test
	void pointsToForgedKeysThatReallyFit() {
		ParsedToken token = broken(BrokenToken.KEY_SET_URL);
		assertThat(token.header().get("jku").stringValue()).isEqualTo(this.server.url() + "/forged-keys");
		assertThat(token.isSignedBy(keySet("/forged-keys"))).isTrue();
		assertThat(this.server.requests("GET /forged-keys")).hasSize(1);
		assertThat(broken(BrokenToken.CERTIFICATE_URL).header().get("x5u").stringValue())
			.isEqualTo(this.server.url() + "/forged-keys");
		assertThat(broken(BrokenToken.EMBEDDED_KEY).header().get("jwk"))
			.isEqualTo(keySet("/forged-keys").at("/keys/0"));
	}

	@Test
	void namesKeyOfEnvironmentOrAnother() {
		assertThat(broken(BrokenToken.FOREIGN_KEY).header().get("kid").stringValue())
			.isEqualTo(this.server.keys().currentId());
		assertThat(broken(BrokenToken.UNKNOWN_KEY).header().get("kid").stringValue())
			.isNotEqualTo(this.server.keys().currentId());
	}

	@Test
	void hasAnotherIssuer() {
		String url = this.server.url();
		assertThat(broken(BrokenToken.WRONG_ISSUER).text("iss")).isEqualTo("https://evil.example.com");
		assertThat(broken(BrokenToken.ISSUER_WITH_SLASH).text("iss")).isEqualTo(url + "/");
		assertThat(broken(BrokenToken.ISSUER_IN_UPPER_CASE).text("iss")).isEqualTo(url.toUpperCase(Locale.ROOT));
		assertThat(broken(BrokenToken.ISSUER_WITH_OTHER_SCHEME).text("iss")).isEqualTo("https" + url.substring(4));
		assertThat(broken(BrokenToken.NO_ISSUER).claims().has("iss")).isFalse();
	}

	@Test
	void hasAnotherAudience() {
		assertThat(broken(BrokenToken.WRONG_AUDIENCE).claims().get("aud"))
			.isEqualTo(TestClient.json("[\"skc_000000000000000000\"]"));
		assertThat(broken(BrokenToken.NO_AUDIENCE).claims().has("aud")).isFalse();
		assertThat(broken(BrokenToken.EMPTY_AUDIENCE).claims().get("aud")).isEqualTo(TestClient.json("[]"));
	}

	@Test
	void hasAnotherSubjectOrParty() {
		assertThat(broken(BrokenToken.NO_SUBJECT).claims().has("sub")).isFalse();
		assertThat(broken(BrokenToken.WRONG_SUBJECT).text("sub")).isEqualTo("usr_000000000000000000");
		assertThat(broken(BrokenToken.WRONG_AUTHORIZED_PARTY).text("azp")).isEqualTo("skc_000000000000000000");
		assertThat(broken(BrokenToken.WRONG_NONCE).text("nonce")).isEqualTo("forged");
		assertThat(broken(BrokenToken.WRONG_TYPE).header().get("typ").stringValue()).isEqualTo("logout+jwt");
	}

	@Test
	void isNotValidNow() {
		long now = System.currentTimeMillis() / 1000;
		ParsedToken expired = broken(BrokenToken.EXPIRED);
		assertThat(expired.time("exp")).isBetween(now - 4205, now - 4195);
		assertThat(expired.time("iat")).isLessThan(expired.time("exp"));
		assertThat(broken(BrokenToken.NO_EXPIRY).claims().has("exp")).isFalse();
		ParsedToken reversed = broken(BrokenToken.EXPIRES_BEFORE_ISSUED);
		assertThat(reversed.time("exp")).isGreaterThan(now).isLessThan(reversed.time("iat"));
		ParsedToken early = broken(BrokenToken.NOT_YET_VALID);
		assertThat(early.time("nbf")).isGreaterThan(now + 3500).isLessThan(early.time("exp"));
	}

	private ParsedToken broken(BrokenToken mistake) {
		return ParsedToken.parse(this.server.accessTokens().user("usr_1").organization("org_1").broken(mistake).sign());
	}

	private JsonNode keySet(String path) {
		return TestClient.withoutToken(this.server).unchecked().get(path).json();
	}

}
