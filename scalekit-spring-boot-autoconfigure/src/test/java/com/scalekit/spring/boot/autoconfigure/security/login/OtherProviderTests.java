package com.scalekit.spring.boot.autoconfigure.security.login;

import java.io.IOException;
import java.net.ServerSocket;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.boot.autoconfigure.security.login.Browser.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A login at a provider that knows nothing of this project: Spring Authorization Server,
 * with the paths of Scalekit.
 */
class OtherProviderTests {

	@ParameterizedTest
	@EnumSource(Stack.class)
	void userSignsInAndOut(Stack stack) throws IOException {
		int port = freePort();
		try (ConfigurableApplicationContext provider = startProvider(port);
				LoginApplication application = LoginApplication.run(stack, List.of(), "--server.port=" + port,
						"--scalekit.environment-url=http://localhost:" + port(provider), "--scalekit.client-id=skc_1",
						"--scalekit.client-secret=secret", "--scalekit.login.enabled=true",
						"--scalekit.login.scope=openid,profile,email,offline_access",
						"--scalekit.resource-server.enabled=true")) {
			Browser browser = application.browser();
			Page page = browser.open("/me");
			assertThat(page.body()).isEqualTo("ann of org_1");
			assertThat(browser.get("/authorities").body()).contains("ROLE_admin", "projects:read");
			String accessToken = browser.get("/token").body();
			assertThat(browser.get("/token").body()).as("refreshed, since it ends soon").isNotEqualTo(accessToken);
			assertThat(application.http().get("/me", "Authorization: Bearer " + accessToken).body())
				.isEqualTo("ann of org_1");
			Page logout = browser.signOut();
			assertThat(logout.location()).startsWith("http://localhost:" + port(provider) + "/oidc/logout?");
			assertThat(browser.get(logout.location()).location()).isEqualTo("http://localhost:" + port);
		}
	}

	private static ConfigurableApplicationContext startProvider(int clientPort) {
		return new SpringApplicationBuilder(Provider.class).bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.run("--server.port=0", "--client.port=" + clientPort, "--spring.datasource.generate-unique-name=true",
					"--server.servlet.session.cookie.name=PROVIDER");
	}

	private static int port(ConfigurableApplicationContext context) {
		return context.getEnvironment().getRequiredProperty("local.server.port", int.class);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Provider {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http.oauth2AuthorizationServer((server) -> server.oidc(Customizer.withDefaults()))
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.csrf((csrf) -> csrf.disable())
				.addFilterAfter(signedIn(), SecurityContextHolderFilter.class)
				.build();
		}

		private static Filter signedIn() {
			return (request, response, chain) -> {
				SecurityContextHolder.getContext()
					.setAuthentication(UsernamePasswordAuthenticationToken.authenticated("ann", null,
							List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY))));
				chain.doFilter(request, response);
			};
		}

		@Bean
		RegisteredClientRepository clients(@Value("${client.port}") int port) {
			String client = "http://localhost:" + port;
			return new InMemoryRegisteredClientRepository(RegisteredClient.withId("1")
				.clientId("skc_1")
				.clientSecret("{noop}secret")
				.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
				.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
				.authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
				.redirectUri(client + "/login/oauth2/code/scalekit")
				.postLogoutRedirectUri(client)
				.scopes((scopes) -> scopes.addAll(List.of("openid", "profile", "email", "offline_access")))
				.clientSettings(ClientSettings.builder().requireProofKey(true).build())
				.tokenSettings(TokenSettings.builder()
					.reuseRefreshTokens(false)
					.accessTokenTimeToLive(Duration.ofSeconds(50))
					.build())
				.build());
		}

		@Bean
		AuthorizationServerSettings settings() {
			return AuthorizationServerSettings.builder()
				.authorizationEndpoint("/oauth/authorize")
				.tokenEndpoint("/oauth/token")
				.jwkSetEndpoint("/keys")
				.oidcLogoutEndpoint("/oidc/logout")
				.build();
		}

		@Bean
		JwtDecoder decoder(JWKSource<SecurityContext> keys) {
			return NimbusJwtDecoder.withJwkSource(keys).build();
		}

		@Bean
		OAuth2TokenCustomizer<JwtEncodingContext> claims() {
			return (context) -> {
				if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
					context.getClaims()
						.claim("oid", "org_1")
						.claim("roles", List.of("admin"))
						.claim("permissions", List.of("projects:read"));
				}
			};
		}

		@Bean
		JWKSource<SecurityContext> keys() throws Exception {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			var pair = generator.generateKeyPair();
			return new ImmutableJWKSet<>(new JWKSet(
					new RSAKey.Builder((RSAPublicKey) pair.getPublic()).privateKey((RSAPrivateKey) pair.getPrivate())
						.keyID("key_1")
						.build()));
		}

	}

}
