package com.scalekit.spring.boot.autoconfigure.security.resource;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;

import com.scalekit.spring.boot.autoconfigure.inbound.Http.Response;
import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.security.resource.ReactiveBearerTokenManagerResolver;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;
import com.scalekit.spring.test.oauth2.BrokenToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

@ParameterizedClass
@EnumSource(Stack.class)
@ExtendWith(OutputCaptureExtension.class)
class ApiTokenTests {

	private static final String VALIDATIONS = "POST /api/v1/tokens:validate";

	@Parameter
	Stack stack;

	private final ScalekitServer scalekit = ScalekitServer.start();

	private String organizationId;

	private String token;

	@BeforeEach
	void createToken() {
		this.organizationId = this.scalekit.organizations().add("Acme");
		String userId = this.scalekit.users()
			.add("ann@acme.com", (user) -> user.memberOf(this.organizationId, "admin"));
		this.token = this.scalekit.apiTokens().add(this.organizationId, (token) -> token.user(userId));
	}

	@AfterEach
	void stop() {
		this.scalekit.close();
	}

	private ResourceServer start(String... arguments) {
		return start(List.of(), arguments);
	}

	private ResourceServer start(List<Class<?>> configurations, String... arguments) {
		return ResourceServer
			.start(this.stack, this.scalekit, configurations,
					Stream.concat(Stream.of("--scalekit.client-secret=" + this.scalekit.clientSecret(),
							"--scalekit.resource-server.api-tokens.enabled=true", "--scalekit.retry.max-retries=0"),
							Stream.of(arguments))
						.toArray(String[]::new));
	}

	@Test
	void apiTokensAndAccessTokens() {
		try (ResourceServer application = start()) {
			assertAccepted(application);
		}
	}

	@Test
	void chainOfTheApplication() {
		try (ResourceServer application = start(
				List.of((this.stack == Stack.MVC) ? ServletChain.class : ReactiveChain.class))) {
			assertAccepted(application);
			this.scalekit.next(VALIDATIONS).respondsWith(ScriptedResponse.internalServerError());
			assertThat(application.get("/me", this.token).status()).isEqualTo(503);
		}
	}

	private void assertAccepted(ResourceServer application) {
		assertThat(application.get("/organization", this.token).body()).isEqualTo(this.organizationId);
		assertThat(application.get("/authorities", this.token).body()).isEqualTo("[\"ROLE_admin\"]");
		assertThat(this.scalekit.requests(VALIDATIONS)).hasSize(2);
		assertThat(application.get("/me", this.scalekit.accessTokens().user("usr_1").organization("org_1")).body())
			.isEqualTo("usr_1 of org_1");
		assertThat(
				application.get("/me", this.scalekit.accessTokens().user("usr_1").broken(BrokenToken.EXPIRED)).status())
			.isEqualTo(401);
		assertThat(application.http().get("/me").status()).isEqualTo(401);
		assertThat(this.scalekit.requests(VALIDATIONS)).hasSize(2);
	}

	@Test
	void refusedTokens() {
		try (ResourceServer application = start()) {
			assertRefused(application.get("/me", "unknown-0123456789abcdef"));
			assertRefused(application.get("/me", this.scalekit.apiTokens().get(this.token).tokenId()));
			assertRefused(application.get("/me", "a".repeat(513)));
			assertRefused(application.get("/me", "short"));
			assertThat(this.scalekit.requests(VALIDATIONS)).hasSize(1);
		}
	}

	private static void assertRefused(Response response) {
		assertThat(response.status()).isEqualTo(401);
		assertThat(response.head()).contains("error=\"invalid_token\"").contains("api token");
	}

	@Test
	void scalekitThatCannotAnswer(CapturedOutput output) {
		try (ResourceServer application = start()) {
			for (int status : new int[] { 401, 403, 429, 500 }) {
				this.scalekit.next(VALIDATIONS).times(2).respondsWith(ScriptedResponse.of(status));
				Response response = application.get("/me", this.token);
				assertThat(response.status()).isEqualTo(503);
				assertThat(response.head()).contains("retry-after: 5").doesNotContain("www-authenticate");
				this.scalekit.endOutage();
			}
			assertThat(output.getAll().split("API tokens cannot be validated", -1)).hasSize(2);
			assertThat(output).doesNotContain(this.token);
		}
	}

	@Test
	void ownAccessThatFails(CapturedOutput output) {
		try (ResourceServer application = start("--scalekit.client-secret=wrong")) {
			assertThat(application.get("/me", this.token).status()).isEqualTo(503);
			assertThat(output).contains("ERROR").contains("API tokens cannot be validated");
		}
	}

	@Test
	void cache() {
		try (ResourceServer application = start("--scalekit.resource-server.api-tokens.cache-ttl=1h")) {
			application.get("/me", this.token);
			application.get("/me", this.token);
			assertThat(this.scalekit.requests(VALIDATIONS)).hasSize(1);
		}
	}

	static class ServletChain {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(withDefaults()))
				.build();
		}

	}

	static class ReactiveChain {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http, ReactiveBearerTokenManagerResolver tokens) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.oauth2ResourceServer((server) -> server.authenticationManagerResolver(tokens))
				.build();
		}

	}

}
