package com.scalekit.spring.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;

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
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import com.scalekit.spring.security.resource.ScalekitJwtDecoders;

/**
 * Decodes an access token, compared with the decoder of Spring Security that checks
 * issuer and audience.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@SuppressWarnings("NullAway.Init")
public class TokenBenchmark {

	private static final String AUDIENCE = "skc_1";

	private HttpServer server;

	private String token;

	private JwtDecoder scalekit;

	private JwtDecoder springSecurity;

	/**
	 * Sign the token, publish its key and create the decoders.
	 * @throws IOException if there is no port
	 * @throws JOSEException if the token cannot be signed
	 */
	@Setup
	public void start() throws IOException, JOSEException {
		RSAKey key = new RSAKeyGenerator(2048).keyID("snk_1").generate();
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		byte[] keySet = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
		this.server.createContext("/keys", (exchange) -> {
			exchange.sendResponseHeaders(200, keySet.length);
			exchange.getResponseBody().write(keySet);
			exchange.close();
		});
		this.server.start();
		String url = "http://localhost:" + this.server.getAddress().getPort();
		this.token = sign(key, url);
		this.scalekit = ScalekitJwtDecoders.forEnvironment(url).audiences(AUDIENCE).build();
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(url + "/keys").build();
		decoder.setJwtValidator(JwtValidators
			.createDefaultWithValidators(List.of(new JwtIssuerValidator(url), new JwtAudienceValidator(AUDIENCE))));
		this.springSecurity = decoder;
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
	 * Stop the server.
	 */
	@TearDown
	public void stop() {
		this.server.stop(0);
	}

	/**
	 * Decode with the decoder of this project.
	 * @return the token
	 */
	@Benchmark
	public Jwt scalekit() {
		return this.scalekit.decode(this.token);
	}

	/**
	 * Decode with the decoder of Spring Security.
	 * @return the token
	 */
	@Benchmark
	public Jwt springSecurity() {
		return this.springSecurity.decode(this.token);
	}

}
