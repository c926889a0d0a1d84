package com.scalekit.spring.boot.autoconfigure.security.resource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.jwk.source.JWKSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

import com.scalekit.spring.boot.autoconfigure.inbound.Http.Response;
import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.security.resource.ScalekitJwtDecoders;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.oauth2.NewToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

/**
 * The application's own beans win, and its own chains stay as they are.
 */
class OwnBeansTests {

	private static final String BASIC = "Authorization: Basic "
			+ Base64.getEncoder().encodeToString("ann:pw".getBytes(StandardCharsets.UTF_8));

	private final ScalekitServer scalekit = ScalekitServer.start();

	@AfterEach
	void stop() {
		this.scalekit.close();
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void decoderOfTheApplication(Stack stack) {
		try (ResourceServer application = start(stack,
				(stack == Stack.MVC) ? OwnDecoder.class : OwnReactiveDecoder.class)) {
			assertThat(application.context().getBeanNamesForType(JwtDecoder.class).length
					+ application.context().getBeanNamesForType(ReactiveJwtDecoder.class).length)
				.isEqualTo(1);
			assertThat(application.get("/name", "a.b.c").body()).isEqualTo("own");
			assertThat(application.get("/authorities", "a.b.c").body()).isEqualTo("[\"ROLE_admin\"]");
		}
		assertThat(this.scalekit.requests()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void converterOfTheApplication(Stack stack) {
		try (ResourceServer application = start(stack,
				(stack == Stack.MVC) ? OwnConverter.class : OwnReactiveConverter.class)) {
			assertThat(application.get("/name", user()).body()).isEqualTo("org_1");
			assertThat(application.get("/me", user()).body()).isEqualTo("usr_1 of org_1");
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void noBeanActsOnOtherTokens(Stack stack) {
		try (ResourceServer application = start(stack)) {
			for (Class<?> type : List.of(OAuth2TokenValidator.class, AuthenticationProvider.class,
					AuthenticationConverter.class, BearerTokenResolver.class, OpaqueTokenIntrospector.class,
					JWKSource.class, UserDetailsService.class)) {
				assertThat(application.context().getBeanNamesForType(type)).as(type.getName()).isEmpty();
			}
			assertThat(application.context().getBeansOfType(Converter.class).values())
				.allMatch((converter) -> converter instanceof JwtAuthenticationConverter
						|| !converter.getClass().getName().startsWith("com.scalekit"));
			assertThat(application.context().getBeanNamesForType(UserDetailsServiceAutoConfiguration.class)).isEmpty();
		}
	}

	@Test
	void chainsThatAreNoResourceServersStayAsTheyAre() {
		try (ResourceServer application = start(Stack.MVC, TwoChains.class)) {
			assertThat(application.get("/projects", user().permission("projects:read")).status()).isEqualTo(200);
			assertThat(application.http().get("/projects", BASIC).status()).isEqualTo(401);
			assertThat(application.http().get("/name", BASIC).body()).isEqualTo("ann");
			Response bearer = application.get("/name", user());
			assertThat(bearer.status()).isEqualTo(401);
			assertThat(bearer.head()).contains("www-authenticate: basic");
			assertThat(application.http().get("/optional", BASIC).body()).isEqualTo("nobody");
			assertThat(application.http().get("/me", BASIC).status()).isEqualTo(403);
			List<SecurityFilterChain> chains = application.context()
				.getBeanProvider(SecurityFilterChain.class)
				.orderedStream()
				.toList();
			assertThat(chains).hasSize(2);
			assertThat(chains.get(1).getFilters()).extracting((filter) -> filter.getClass().getPackageName())
				.allMatch((name) -> name.startsWith("org.springframework"));
		}
	}

	@Test
	void entryPointOfTheApplication() {
		try (ResourceServer application = start(Stack.MVC, OwnEntryPoint.class)) {
			assertThat(application.get("/me", user()).status()).isEqualTo(200);
			assertThat(application.get("/me", "a.b.c").status()).isEqualTo(406);
			this.scalekit.keys().rotate();
			this.scalekit.refuseConnections();
			assertThat(application.get("/me", user()).status()).isEqualTo(503);
		}
	}

	@Test
	void severalIssuers() {
		try (ScalekitServer other = ScalekitServer.start();
				ResourceServer application = ResourceServer.start(Stack.MVC, this.scalekit,
						List.of(SeveralIssuers.class), "--other.url=" + other.url())) {
			assertThat(application.get("/name", user()).status()).isEqualTo(200);
			assertThat(application.get("/name", other.accessTokens().user("usr_2").audience("api")).body())
				.isEqualTo("usr_2");
			assertThat(application.get("/name", other.accessTokens().user("usr_2")).status()).isEqualTo(401);
			try (ScalekitServer foreign = ScalekitServer.start()) {
				assertThat(application.get("/name", foreign.accessTokens().user("usr_2")).status()).isEqualTo(401);
			}
		}
	}

	@Test
	void metadataOfTheProtectedResource() {
		try (ResourceServer application = ResourceServer.start(Stack.MVC, this.scalekit,
				"--scalekit.resource-server.metadata.authorization-servers=" + this.scalekit.url() + "/resources/res_1",
				"--scalekit.resource-server.metadata.scopes=read,write",
				"--scalekit.resource-server.issuers=" + this.scalekit.url() + "/resources/res_1")) {
			Response metadata = application.http().get("/.well-known/oauth-protected-resource");
			assertThat(metadata.status()).isEqualTo(200);
			assertThat(metadata.body()).contains(
					"\"authorization_servers\":[\"" + this.scalekit.url() + "/resources/res_1\"]",
					"\"scopes_supported\":[\"read\",\"write\"]");
			assertThat(application.http().get("/me").head()).contains("resource_metadata=");
			assertThat(application.get("/me", user().claim("iss", this.scalekit.url() + "/resources/res_1")).status())
				.isEqualTo(200);
		}
	}

	private ResourceServer start(Stack stack, Class<?>... configurations) {
		return ResourceServer.start(stack, this.scalekit, List.of(configurations), "--spring.security.user.name=ann",
				"--spring.security.user.password=pw");
	}

	private NewToken user() {
		return this.scalekit.accessTokens().user("usr_1").organization("org_1");
	}

	private static Jwt ownJwt(String token) {
		return Jwt.withTokenValue(token)
			.header("alg", "none")
			.claims((claims) -> claims.putAll(Map.of("sub", "own", "roles", "admin")))
			.build();
	}

	static class OwnDecoder {

		@Bean
		JwtDecoder ownDecoder() {
			return OwnBeansTests::ownJwt;
		}

	}

	static class OwnReactiveDecoder {

		@Bean
		ReactiveJwtDecoder ownDecoder() {
			return (token) -> Mono.just(ownJwt(token));
		}

	}

	static class OwnConverter {

		@Bean
		JwtAuthenticationConverter ownConverter() {
			JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
			converter.setPrincipalClaimName("oid");
			return converter;
		}

	}

	static class OwnReactiveConverter {

		@Bean
		ReactiveJwtAuthenticationConverter ownConverter() {
			ReactiveJwtAuthenticationConverter converter = new ReactiveJwtAuthenticationConverter();
			converter.setPrincipalClaimName("oid");
			return converter;
		}

	}

	static class TwoChains {

		@Bean
		@Order(1)
		SecurityFilterChain apiChain(HttpSecurity http) throws Exception {
			return http.securityMatcher("/projects/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(withDefaults()))
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain pagesChain(HttpSecurity http) throws Exception {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.httpBasic(withDefaults())
				.build();
		}

		@Bean
		UserDetailsService users() {
			return new InMemoryUserDetailsManager(User.withUsername("ann").password("{noop}pw").roles("USER").build());
		}

	}

	static class OwnEntryPoint {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(withDefaults())
					.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_ACCEPTABLE)))
				.build();
		}

	}

	static class SeveralIssuers {

		@Bean
		SecurityFilterChain chain(HttpSecurity http, JwtDecoder decoder, Environment environment) throws Exception {
			String otherUrl = environment.getRequiredProperty("other.url");
			JwtDecoder other = ScalekitJwtDecoders.forEnvironment(otherUrl).audiences("api").build();
			Map<String, AuthenticationManager> managers = Map.of(
					environment.getRequiredProperty("scalekit.environment-url"),
					new ProviderManager(new JwtAuthenticationProvider(decoder)), otherUrl,
					new ProviderManager(new JwtAuthenticationProvider(other)));
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server
					.authenticationManagerResolver(new JwtIssuerAuthenticationManagerResolver(managers::get)))
				.build();
		}

	}

}
