package com.example.resourceserver;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import com.example.test.ApplicationTests;
import com.example.test.RunningApplication;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

import static org.assertj.core.api.Assertions.assertThat;

class ResourceServerApplicationTests extends ApplicationTests {

	private static final String KEY = "a key of 32 bytes for HmacSHA256";

	private final WireMockServer failing = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().bindAddress("localhost"));

	private RunningApplication failed;

	ResourceServerApplicationTests() {
		super(ResourceServerApplication.class, "jwt.key=" + KEY);
	}

	@Override
	protected int filterChains() {
		return 1;
	}

	@BeforeAll
	void startWithFailingScalekit() {
		this.failing.start();
		this.failed = start("with a failing Scalekit", "--scalekit.environment-url=" + this.failing.baseUrl());
	}

	@AfterAll
	void stopFailing() {
		this.failed.stop();
		this.failing.stop();
	}

	@ParameterizedTest
	@MethodSource("both")
	void requiresABearerToken(RunningApplication application) throws Exception {
		HttpResponse<String> response = application.get("/subject");
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
		assertThat(application.get("/subject", "Authorization", "Bearer invalid").statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@MethodSource("both")
	void acceptsABearerToken(RunningApplication application) throws Exception {
		HttpResponse<String> response = authorized(application, "/subject");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("alice");
	}

	@Test
	void callsScalekitWithItsOwnToken() throws Exception {
		String id = this.scalekit.organizations().add("Acme");
		assertThat(authorized(this.with, "/organizations/" + id).body()).isEqualTo("Acme");
		assertThat(this.wire.sent()).doesNotContain(token());
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 409, 429, 503 })
	void errorOfScalekitIsNotPassedOn(int status) throws Exception {
		this.failing.stubFor(WireMock.post("/oauth/token")
			.willReturn(WireMock.okJson("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":86399}")));
		this.failing.stubFor(WireMock.get("/api/v1/organizations/org_1")
			.willReturn(WireMock.jsonResponse("{\"code\":16,\"message\":\"no\"}", status)
				.withHeader("WWW-Authenticate", "Bearer")
				.withHeader("Retry-After", "60")));
		HttpResponse<String> response = authorized(this.failed, "/organizations/org_1");
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(response.headers().map()).doesNotContainKeys("WWW-Authenticate", "Retry-After");
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
