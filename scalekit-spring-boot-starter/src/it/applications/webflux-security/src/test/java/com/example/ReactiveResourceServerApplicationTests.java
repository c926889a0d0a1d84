package com.example;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.example.test.ApplicationTests;
import com.example.test.RunningApplication;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

import static org.assertj.core.api.Assertions.assertThat;

class ReactiveResourceServerApplicationTests extends ApplicationTests {

	private static final String KEY = "a key of 32 bytes for HmacSHA256";

	private static final String BOB = "Basic " + Base64.getEncoder().encodeToString("bob:bob-password".getBytes());

	ReactiveResourceServerApplicationTests() {
		super(ReactiveResourceServerApplication.class, "jwt.key=" + KEY);
	}

	/**
	 * Spring Boot adds a chain for tokens behind those of the application.
	 */
	@Override
	protected int filterChains() {
		return 3;
	}

	@ParameterizedTest
	@MethodSource("both")
	void requiresABearerToken(RunningApplication application) throws Exception {
		HttpResponse<String> response = application.get("/api/subject");
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
		assertThat(application.get("/api/subject", "Authorization", "Bearer invalid").statusCode()).isEqualTo(401);
		assertThat(application.get("/api/subject", "Authorization", BOB).statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@MethodSource("both")
	void acceptsABearerToken(RunningApplication application) throws Exception {
		assertThat(authorized(application, "/api/subject").body()).isEqualTo("alice");
	}

	@ParameterizedTest
	@MethodSource("both")
	void usersSignIn(RunningApplication application) throws Exception {
		assertThat(application.get("/me").statusCode()).isEqualTo(401);
		assertThat(application.get("/me", "Authorization", BOB).body()).isEqualTo("bob");
		assertThat(authorized(application, "/me").statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@MethodSource("both")
	void everythingElseNeedsAToken(RunningApplication application) throws Exception {
		assertThat(application.get("/hi").statusCode()).isEqualTo(401);
		assertThat(application.get("/hi", "Authorization", BOB).statusCode()).isEqualTo(401);
		assertThat(authorized(application, "/hi").body()).isEqualTo("hi");
	}

	@Test
	void callsScalekitWithItsOwnToken() throws Exception {
		String id = this.scalekit.organizations().add("Acme");
		assertThat(authorized(this.with, "/api/organizations/" + id).body()).isEqualTo("Acme");
		assertThat(this.wire.sent()).doesNotContain(token());
	}

	private static HttpResponse<String> authorized(RunningApplication application, String path) throws Exception {
		return application.get(path, "Authorization", "Bearer " + token());
	}

	private static String token() {
		return new NimbusJwtEncoder(new ImmutableSecret<>(KEY.getBytes(StandardCharsets.UTF_8)))
			.encode(JwtEncoderParameters.from(JwsHeader.with(MacAlgorithm.HS256).build(),
					JwtClaimsSet.builder().subject("alice").build()))
			.getTokenValue();
	}

}
