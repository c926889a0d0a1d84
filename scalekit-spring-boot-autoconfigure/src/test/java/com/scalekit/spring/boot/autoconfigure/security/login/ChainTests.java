package com.scalekit.spring.boot.autoconfigure.security.login;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.boot.autoconfigure.security.login.Browser.Page;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.oauth2.BrokenToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

/**
 * Login, access tokens or both, in chains of Spring Boot or of the application: each does
 * what is switched on, and everything else stays locked.
 */
class ChainTests {

	private static final String LOGIN = "--scalekit.login.enabled=true";

	private static final String BEARER = "--scalekit.resource-server.enabled=true";

	private final ScalekitServer scalekit = ScalekitServer.start();

	private String organizationId;

	private String userId;

	@BeforeEach
	void addUser() {
		this.organizationId = this.scalekit.organizations().add("Acme");
		this.userId = this.scalekit.users().add("ann@acme.com", (user) -> user.memberOf(this.organizationId));
		this.scalekit.users().signIn("ann@acme.com");
	}

	@AfterEach
	void stop() {
		this.scalekit.close();
	}

	static Stream<Chains> chains() {
		return Stream.of(new Chains(Stack.MVC, true, false), new Chains(Stack.MVC, false, true),
				new Chains(Stack.MVC, true, true), new Chains(Stack.MVC, true, false, LoginChain.class),
				new Chains(Stack.MVC, false, true, BearerChain.class),
				new Chains(Stack.MVC, true, true, BothChain.class), new Chains(Stack.MVC, true, true, TwoChains.class),
				new Chains(Stack.WEBFLUX, true, false), new Chains(Stack.WEBFLUX, false, true),
				new Chains(Stack.WEBFLUX, true, true), new Chains(Stack.WEBFLUX, true, false, ReactiveLoginChain.class),
				new Chains(Stack.WEBFLUX, false, true, ReactiveBearerChain.class),
				new Chains(Stack.WEBFLUX, true, true, ReactiveBothChain.class),
				new Chains(Stack.WEBFLUX, true, true, ReactiveTwoChains.class));
	}

	@ParameterizedTest
	@MethodSource("chains")
	void eachSideIsOpenForThoseItKnows(Chains chains) {
		try (LoginApplication application = start(chains)) {
			Browser browser = application.browser();
			String page = chains.two() ? "/me" : "/search";
			assertThat(browser.get(page).status()).isEqualTo(chains.login() ? 302 : 401);
			assertThat(browser.get("/search").status()).isEqualTo((chains.login() && !chains.two()) ? 302 : 401);
			if (chains.login()) {
				assertThat(browser.open("/me").body()).isEqualTo(this.userId + " of " + this.organizationId);
				assertThat(browser.get("/me").status()).isEqualTo(200);
				assertThat(browser.post("/projects", "").status()).isIn(401, 403);
				assertThat(browser.signOut().location()).startsWith(this.scalekit.url() + "/oidc/logout");
				assertThat(browser.get("/me").status()).isEqualTo(302);
			}
			assertThat(bearer(application, "/search", token())).isEqualTo(chains.bearer() ? 200 : 302);
			assertThat(bearer(application, "/search",
					this.scalekit.accessTokens().user(this.userId).broken(BrokenToken.FOREIGN_KEY).sign()))
				.isEqualTo(chains.bearer() ? 401 : 302);
			if (chains.bearer()) {
				assertThat(application.http()
					.get("/search", "Accept: application/json", "X-Requested-With: XMLHttpRequest")
					.status()).isEqualTo(401);
			}
			if (chains.two()) {
				assertThat(bearer(application, "/me", token())).isEqualTo(302);
			}
			if (chains.bearer()) {
				this.scalekit.refuseConnections();
				assertThat(bearer(application, "/search", token())).isEqualTo(200);
				assertThat(bearer(application, "/search",
						this.scalekit.accessTokens().user(this.userId).broken(BrokenToken.UNKNOWN_KEY).sign()))
					.as("a token that nobody can check")
					.isEqualTo(503);
			}
		}
	}

	@Test
	void sessionIsInNoUrl() {
		try (LoginApplication application = start(new Chains(Stack.MVC, true, false))) {
			for (String page : List.of("/me", "/oauth2/authorization/scalekit",
					"/oauth2/authorization/scalekit?error=access_denied",
					"/oauth2/authorization/scalekit?prompt=none")) {
				assertThat(application.browser().open(page).visited()).as(page)
					.isNotEmpty()
					.noneMatch((uri) -> uri.toString().contains("jsessionid"));
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void otherRegistrationBesides(Stack stack) {
		try (LoginApplication application = start(new Chains(stack, true, false),
				"--spring.security.oauth2.client.registration.google.client-id=1",
				"--spring.security.oauth2.client.registration.google.client-secret=2")) {
			Browser browser = application.browser();
			Page page = browser.open("/me");
			assertThat(page.path()).isEqualTo("/login");
			assertThat(page.body()).contains("/oauth2/authorization/google", "/oauth2/authorization/scalekit", "Google",
					"Scalekit");
			assertThat(browser.get("/oauth2/authorization/google?organization_id=org_1&error=x").location())
				.startsWith("https://accounts.google.com/")
				.doesNotContain("organization_id", "error=");
			assertThat(browser.open("/oauth2/authorization/scalekit").status()).isEqualTo(200);
			assertThat(browser.get("/me").status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void registrationOfTheApplicationWins(Stack stack) {
		String registration = "--spring.security.oauth2.client.registration.scalekit.";
		String provider = "--spring.security.oauth2.client.provider.scalekit.";
		try (LoginApplication application = start(new Chains(stack, true, false),
				registration + "client-id=" + this.scalekit.clientId(),
				registration + "client-secret=" + this.scalekit.clientSecret(),
				registration + "authorization-grant-type=authorization_code", registration + "scope=openid",
				registration + "redirect-uri={baseUrl}/login/oauth2/code/scalekit",
				provider + "authorization-uri=" + this.scalekit.url() + "/oauth/authorize",
				provider + "token-uri=" + this.scalekit.url() + "/oauth/token",
				provider + "jwk-set-uri=" + this.scalekit.url() + "/keys")) {
			Browser browser = application.browser();
			assertThat(Browser.query(browser.authorizationRequest("/me")).getFirst("scope")).isEqualTo("openid");
			assertThat(browser.open("/me").body()).isEqualTo(this.userId + " of " + this.organizationId);
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void loginWithoutAnIdTokenEndsHere(Stack stack) {
		String registration = "--spring.security.oauth2.client.registration.scalekit.";
		String provider = "--spring.security.oauth2.client.provider.scalekit.";
		try (LoginApplication application = start(new Chains(stack, true, false),
				registration + "client-id=" + this.scalekit.clientId(),
				registration + "client-secret=" + this.scalekit.clientSecret(),
				registration + "authorization-grant-type=authorization_code", registration + "scope=profile",
				registration + "redirect-uri={baseUrl}/login/oauth2/code/scalekit",
				provider + "authorization-uri=" + this.scalekit.url() + "/oauth/authorize",
				provider + "token-uri=" + this.scalekit.url() + "/oauth/token",
				provider + "user-info-uri=" + this.scalekit.url() + "/userinfo",
				provider + "user-name-attribute=sub")) {
			Browser browser = application.browser();
			assertThat(browser.open("/search").body()).isEqualTo("found");
			Page logout = browser.signOut();
			assertThat(logout.uri().resolve(logout.location()))
				.hasToString("http://localhost:" + application.port() + "/login?logout");
			assertThat(browser.get("/search").status()).isEqualTo(302);
		}
	}

	@ParameterizedTest
	@MethodSource("chains")
	void ownBeansWinInEachChain(Chains chains) {
		String[] otherRegistration = { "--spring.security.oauth2.client.registration.google.client-id=1",
				"--spring.security.oauth2.client.registration.google.client-secret=2" };
		try (LoginApplication application = start(chains.withOwnBeans(),
				chains.login() ? otherRegistration : new String[0])) {
			Browser browser = application.browser();
			assertThat(browser.get("/me").status()).isEqualTo(chains.login() ? 302 : 401);
			assertThat(browser.get("/search").status()).isIn(302, 401);
			if (chains.login()) {
				assertThat(browser.open("/me").body()).contains("/oauth2/authorization/google",
						"/oauth2/authorization/scalekit");
				assertThat(Browser
					.query(browser.authorizationRequest("/oauth2/authorization/scalekit?organization_id=org_1"))
					.toSingleValueMap()).containsEntry("own", "1").doesNotContainKey("organization_id");
				browser.open("/oauth2/authorization/scalekit");
				assertThat(browser.get("/name").body()).isEqualTo("ann@acme.com");
				assertThat(browser.get("/authorities").body()).contains("OWN").doesNotContain("SCOPE_");
				assertThat(browser.post("/projects", "").status()).isIn(401, 403);
			}
			assertThat(bearer(application, "/search", token())).isEqualTo(chains.bearer() ? 401 : 302);
			assertThat(this.scalekit.requests("GET /keys")).hasSize(chains.login() ? 1 : 0);
		}
	}

	@Test
	void failureHandlerOfTheApplicationGetsErrorsOfTheEntry() {
		try (LoginApplication application = start(new Chains(Stack.MVC, true, false, OwnFailurePage.class))) {
			assertThat(application.browser().open("/oauth2/authorization/scalekit?error=access_denied").path())
				.startsWith("/search");
		}
	}

	@Test
	void logoutOfTheApplicationWins() {
		try (LoginApplication application = start(new Chains(Stack.MVC, true, false, OwnLogout.class))) {
			Browser browser = application.browser();
			browser.open("/");
			assertThat(browser.signOut().status()).isEqualTo(418);
		}
	}

	private LoginApplication start(Chains chains, String... arguments) {
		return LoginApplication.run(chains.stack(), chains.configurations(),
				Stream
					.of(Stream.of("--scalekit.environment-url=" + this.scalekit.url(),
							"--scalekit.client-id=" + this.scalekit.clientId(),
							"--scalekit.client-secret=" + this.scalekit.clientSecret()), Stream.of(arguments),
							chains.login() ? Stream.of(LOGIN) : Stream.<String>empty(),
							chains.bearer() ? Stream.of(BEARER) : Stream.<String>empty())
					.flatMap((values) -> values)
					.toArray(String[]::new));
	}

	private String token() {
		return this.scalekit.accessTokens().user(this.userId).organization(this.organizationId).sign();
	}

	/**
	 * Sends a token as a browser would, so that a chain with a login could redirect.
	 */
	private static int bearer(LoginApplication application, String path, String token) {
		return application.browser()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + application.port() + path))
				.header("Accept", "text/html")
				.header("Authorization", "Bearer " + token))
			.status();
	}

	/**
	 * What is switched on, and the chains.
	 *
	 * @param stack the web stack
	 * @param login whether users sign in
	 * @param bearer whether access tokens are accepted
	 * @param configurations the chains of the application, of which there may be none
	 */
	record Chains(Stack stack, boolean login, boolean bearer, List<Class<?>> configurations) {

		Chains(Stack stack, boolean login, boolean bearer, Class<?>... configurations) {
			this(stack, login, bearer, List.of(configurations));
		}

		Chains withOwnBeans() {
			Stream<Class<?>> loginBeans = Stream.of(OwnBeansTests.OwnUserService.class,
					OwnBeansTests.OwnResolver.class);
			Stream<Class<?>> bearerBeans = Stream.of(OwnBeansTests.OwnDecoder.class);
			return new Chains(this.stack, this.login, this.bearer,
					Stream
						.of(this.configurations.stream(), this.login ? loginBeans : Stream.<Class<?>>empty(),
								this.bearer ? bearerBeans : Stream.<Class<?>>empty())
						.<Class<?>>flatMap((classes) -> classes)
						.toList());
		}

		boolean two() {
			return this.configurations.contains(TwoChains.class)
					|| this.configurations.contains(ReactiveTwoChains.class);
		}

	}

	static class LoginChain {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2Login(withDefaults())
				.logout((logout) -> logout.logoutSuccessUrl("/search"))
				.build();
		}

	}

	static class BearerChain {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(withDefaults()))
				.build();
		}

	}

	static class BothChain {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2Login(withDefaults())
				.oauth2ResourceServer((server) -> server.jwt(withDefaults()))
				.build();
		}

	}

	static class TwoChains {

		@Bean
		@Order(1)
		SecurityFilterChain apiChain(HttpSecurity http) {
			return http.securityMatcher("/search", "/projects")
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(withDefaults()))
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain chain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2Login(withDefaults())
				.build();
		}

	}

	static class OwnFailurePage {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/search").permitAll().anyRequest().authenticated())
				.oauth2Login((login) -> login.failureUrl("/search"))
				.build();
		}

	}

	static class OwnLogout {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.oauth2Login(withDefaults())
				.logout((logout) -> logout
					.logoutSuccessHandler((request, response, authentication) -> response.setStatus(418)))
				.build();
		}

	}

	static class ReactiveLoginChain {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.oauth2Login(withDefaults())
				.build();
		}

	}

	static class ReactiveBearerChain {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(withDefaults()))
				.build();
		}

	}

	static class ReactiveBothChain {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.oauth2Login(withDefaults())
				.oauth2ResourceServer((server) -> server.jwt(withDefaults()))
				.build();
		}

	}

	static class ReactiveTwoChains {

		@Bean
		@Order(1)
		SecurityWebFilterChain apiChain(ServerHttpSecurity http) {
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/search", "/projects"))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.oauth2ResourceServer((server) -> server.jwt(withDefaults()))
				.build();
		}

		@Bean
		@Order(2)
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.oauth2Login(withDefaults())
				.build();
		}

	}

}
