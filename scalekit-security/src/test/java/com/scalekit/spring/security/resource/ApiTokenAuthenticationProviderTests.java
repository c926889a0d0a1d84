package com.scalekit.spring.security.resource;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.apitokens.ApiTokensClient;
import com.scalekit.spring.security.MutableClock;
import com.scalekit.spring.security.ScalekitAuthoritiesConverter;
import com.scalekit.spring.security.ScalekitPrincipal;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ApiTokenAuthenticationProviderTests {

	private static final String VALIDATIONS = "POST /api/v1/tokens:validate";

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer scalekit = ScalekitServer.builder().clock(this.clock).start();

	private final ScalekitClients clients = ScalekitClients
		.builder(this.scalekit.url(), this.scalekit.clientId(), this.scalekit.clientSecret())
		.maxRetries(0)
		.build();

	private final String organizationId = this.scalekit.organizations().add("Acme", "tenant-1");

	@AfterEach
	void stop() {
		this.clients.close();
		this.scalekit.close();
	}

	private ApiTokenAuthenticationProvider provider(Duration cacheTtl) {
		return new ApiTokenAuthenticationProvider(this.clients.create(ApiTokensClient.class),
				new ScalekitAuthoritiesConverter(), cacheTtl, this.clock);
	}

	private Authentication authenticate(String token) {
		return authenticate(provider(Duration.ZERO), token);
	}

	private static Authentication authenticate(ApiTokenAuthenticationProvider provider, String token) {
		return provider.authenticate(new BearerTokenAuthenticationToken(token));
	}

	@Test
	void tokenOfAnOrganization() {
		Authentication authentication = authenticate(
				this.scalekit.apiTokens().add(this.organizationId, (token) -> token.customClaim("plan", "gold")));
		ScalekitPrincipal caller = ScalekitPrincipal.of(authentication);
		assertThat(caller.organizationId()).isEqualTo(this.organizationId);
		assertThat(caller.externalOrganizationId()).isEqualTo("tenant-1");
		assertThat(caller.isMachine()).isTrue();
		assertThat(caller.claim("plan")).isEqualTo("gold");
		assertThat(authentication.getName()).startsWith("apit_");
		assertThat(authentication.getAuthorities()).extracting(GrantedAuthority::getAuthority)
			.containsExactly("FACTOR_BEARER");
	}

	@Test
	void tokenOfAUser() {
		String userId = this.scalekit.users()
			.add("ann@acme.com", (user) -> user.memberOf(this.organizationId, "admin"));
		Authentication authentication = authenticate(
				this.scalekit.apiTokens().add(this.organizationId, (token) -> token.user(userId)));
		ScalekitPrincipal caller = ScalekitPrincipal.of(authentication);
		assertThat(caller.userId()).isEqualTo(userId);
		assertThat(caller.roles()).containsExactly("admin");
		assertThat(authentication.getName()).isEqualTo(userId);
		assertThat(authentication.getAuthorities()).extracting(GrantedAuthority::getAuthority)
			.containsExactly("ROLE_admin", "FACTOR_BEARER");
	}

	@Test
	void unknownToken() {
		refuses("unknown-token-1234567890");
		assertThat(this.scalekit.requests(VALIDATIONS)).hasSize(1);
	}

	@Test
	void identifierOfATokenIsNoSecret() {
		String token = this.scalekit.apiTokens().add(this.organizationId);
		refuses(this.scalekit.apiTokens().get(token).tokenId());
		assertThat(this.scalekit.requests(VALIDATIONS)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "short", "with space 1234567890", "with\u0001control1234567890", "üüüüüüüüüüüüüüüüüüüü",
			"=aaaaaaaaaaaaaaaaaaaaa", "apit_1234567890123456" })
	void whatCannotBeATokenIsNotSent(String token) {
		refuses(token);
		refuses("x".repeat(513));
		assertThat(this.scalekit.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.b.c", "eyJh.eyJz.", "a.b.c.d.e" })
	void jwtIsLeftToOthers(String token) {
		assertThat(authenticate(token)).isNull();
		assertThat(this.scalekit.requests()).isEmpty();
	}

	@Test
	void revocationActsAtOnce() {
		String token = this.scalekit.apiTokens().add(this.organizationId);
		authenticate(token);
		this.clients.create(ApiTokensClient.class).revoke(token);
		refuses(token);
	}

	@Test
	void cache() {
		ApiTokenAuthenticationProvider provider = provider(Duration.ofSeconds(30));
		String token = this.scalekit.apiTokens().add(this.organizationId);
		authenticate(provider, token);
		this.clients.create(ApiTokensClient.class).revoke(token);
		this.clock.advance(Duration.ofSeconds(29));
		assertThat(authenticate(provider, token)).isNotNull();
		assertThat(this.scalekit.requests(VALIDATIONS)).hasSize(1);
		this.clock.advance(Duration.ofSeconds(1));
		assertThatExceptionOfType(InvalidBearerTokenException.class).isThrownBy(() -> authenticate(provider, token));
	}

	@Test
	void cacheEndsWithTheToken() {
		ApiTokenAuthenticationProvider provider = provider(Duration.ofSeconds(30));
		String token = this.scalekit.apiTokens()
			.add(this.organizationId, (details) -> details.expiry(this.clock.instant().plusSeconds(10)));
		authenticate(provider, token);
		this.clock.advance(Duration.ofSeconds(10));
		assertThatExceptionOfType(InvalidBearerTokenException.class).isThrownBy(() -> authenticate(provider, token));
	}

	@Test
	void refusalsAreNotCached() {
		ApiTokenAuthenticationProvider provider = provider(Duration.ofSeconds(30));
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(InvalidBearerTokenException.class)
				.isThrownBy(() -> authenticate(provider, "unknown-token-1234567890"));
		}
		assertThat(this.scalekit.requests(VALIDATIONS)).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 429, 500, 503 })
	void otherAnswersAreNoFaultOfTheCaller(int status) {
		this.scalekit.next(VALIDATIONS).times(2).respondsWith(ScriptedResponse.of(status));
		fails(this.scalekit.apiTokens().add(this.organizationId));
	}

	@Test
	void brokenConnectionIsNoFaultOfTheCaller() {
		String token = this.scalekit.apiTokens().add(this.organizationId);
		this.scalekit.refuseConnections();
		fails(token);
	}

	@Test
	void wrongClientSecretIsNoFaultOfTheCaller() {
		try (ScalekitClients wrong = ScalekitClients.builder(this.scalekit.url(), this.scalekit.clientId(), "wrong")
			.build()) {
			ApiTokenAuthenticationProvider provider = new ApiTokenAuthenticationProvider(
					wrong.create(ApiTokensClient.class), new ScalekitAuthoritiesConverter(), Duration.ZERO, this.clock);
			assertThatExceptionOfType(AuthenticationServiceException.class)
				.isThrownBy(() -> authenticate(provider, this.scalekit.apiTokens().add(this.organizationId)));
		}
	}

	@Test
	void sixteenValidationsAtATime() throws Exception {
		String token = this.scalekit.apiTokens().add(this.organizationId);
		CountDownLatch started = new CountDownLatch(16);
		CountDownLatch end = new CountDownLatch(1);
		ApiTokensClient client = this.clients.create(ApiTokensClient.class);
		ApiTokenAuthenticationProvider provider = new ApiTokenAuthenticationProvider(
				(ApiTokensClient) Proxy.newProxyInstance(getClass().getClassLoader(),
						new Class<?>[] { ApiTokensClient.class }, (proxy, method, arguments) -> {
							started.countDown();
							end.await();
							return method.invoke(client, arguments);
						}),
				new ScalekitAuthoritiesConverter(), Duration.ZERO, this.clock);
		ExecutorService executor = Executors.newFixedThreadPool(16);
		try {
			List<Future<Authentication>> running = IntStream.range(0, 16)
				.mapToObj((number) -> executor.submit(() -> authenticate(provider, token)))
				.toList();
			started.await();
			assertThatExceptionOfType(AuthenticationServiceException.class)
				.isThrownBy(() -> authenticate(provider, token));
			end.countDown();
			for (Future<Authentication> result : running) {
				assertThat(result.get()).isNotNull();
			}
			assertThat(authenticate(provider, token)).isNotNull();
		}
		finally {
			executor.shutdown();
		}
	}

	private void refuses(String token) {
		assertThatExceptionOfType(InvalidBearerTokenException.class).isThrownBy(() -> authenticate(token));
	}

	private void fails(String token) {
		assertThatExceptionOfType(AuthenticationServiceException.class).isThrownBy(() -> authenticate(token))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(token));
	}

}
