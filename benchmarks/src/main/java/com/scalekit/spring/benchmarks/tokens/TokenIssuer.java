package com.scalekit.spring.benchmarks.tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/**
 * Signs an access token of a user, and publishes its key.
 */
public final class TokenIssuer implements AutoCloseable {

	static final String AUDIENCE = "skc_1";

	private final HttpServer server;

	private final String token;

	/**
	 * Sign the token and start the server. The token is accepted for an hour.
	 */
	public TokenIssuer() {
		try {
			RSAKey key = new RSAKeyGenerator(2048).keyID("snk_1").generate();
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			publish(key);
			this.token = sign(key, url());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void publish(RSAKey key) {
		byte[] keySet = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
		this.server.createContext("/keys", (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, keySet.length);
			exchange.getResponseBody().write(keySet);
			exchange.close();
		});
		this.server.start();
	}

	private static String sign(RSAKey key, String issuer) throws JOSEException {
		Instant now = Instant.now();
		JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(issuer)
			.audience(AUDIENCE)
			.subject("usr_1")
			.jwtID("tkn_1")
			.issueTime(Date.from(now))
			.notBeforeTime(Date.from(now))
			.expirationTime(Date.from(now.plusSeconds(3600)))
			.claim("client_id", AUDIENCE)
			.claim("oid", "org_1")
			.claim("sid", "ses_1")
			.claim("roles", List.of("admin", "member"))
			.claim("permissions", List.of("projects:read", "projects:write"))
			.build();
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
				claims);
		token.sign(new RSASSASigner(key));
		return token.serialize();
	}

	/**
	 * Return the URL, which is the issuer of the token.
	 * @return the URL
	 */
	public String url() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/**
	 * Return the token.
	 * @return the token
	 */
	public String token() {
		return this.token;
	}

	/**
	 * Stop the server.
	 */
	@Override
	public void close() {
		this.server.stop(0);
	}

}
