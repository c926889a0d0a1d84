package com.scalekit.spring.boot.autoconfigure.security.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.ReactiveOidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.DefaultReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;

import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the application defines by itself is used, and the rest is still there.
 */
class OwnBeansTests {

	private final ScalekitServer scalekit = ScalekitServer.start();

	private String userId;

	@BeforeEach
	void addUser() {
		String organizationId = this.scalekit.organizations().add("Acme");
		this.scalekit.roles().add("planner");
		this.userId = this.scalekit.users().add("ann@acme.com", (user) -> user.memberOf(organizationId, "planner"));
		this.scalekit.users().signIn("ann@acme.com");
	}

	@AfterEach
	void stop() {
		this.scalekit.close();
	}

	private LoginApplication start(Stack stack, Class<?>... configurations) {
		return LoginApplication.start(stack, this.scalekit, List.of(configurations),
				"--scalekit.resource-server.enabled=true");
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void userService(Stack stack) {
		try (LoginApplication application = start(stack, OwnUserService.class)) {
			Browser browser = application.browser();
			browser.open("/");
			assertThat(browser.get("/authorities").body()).contains("OWN").doesNotContain("ROLE_planner");
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void userServiceOfOtherLoginsIsAnotherOne(Stack stack) {
		try (LoginApplication application = start(stack, OtherUserService.class)) {
			Browser browser = application.browser();
			browser.open("/");
			assertThat(browser.get("/authorities").body()).contains("ROLE_planner");
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void authorizationRequestResolver(Stack stack) {
		try (LoginApplication application = start(stack, OwnResolver.class)) {
			Browser browser = application.browser();
			assertThat(
					Browser.query(browser.authorizationRequest("/oauth2/authorization/scalekit?organization_id=org_1"))
						.toSingleValueMap())
				.containsEntry("own", "1")
				.doesNotContainKey("organization_id");
			assertThat(browser.open("/").body()).isEqualTo("home");
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void idTokenDecoder(Stack stack) {
		try (LoginApplication application = start(stack, OwnIdTokenDecoder.class)) {
			Browser browser = application.browser();
			assertThat(browser.open("/").body()).isEqualTo("home");
			assertThat(browser.get("/authorities").body()).contains("ROLE_planner");
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void decoderOfAccessTokens(Stack stack) {
		try (LoginApplication application = start(stack, OwnDecoder.class)) {
			Browser browser = application.browser();
			browser.open("/");
			assertThat(browser.get("/authorities").body()).contains("ROLE_planner");
			assertThat(application.http()
				.get("/", "Authorization: Bearer " + this.scalekit.accessTokens().user(this.userId).sign())
				.status()).isEqualTo(401);
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void managerAndRepository(Stack stack) {
		try (LoginApplication application = start(stack, OwnManager.class)) {
			Browser browser = application.browser();
			browser.open("/");
			assertThat(browser.get("/token").status()).isEqualTo(200);
			Class<?> type = (stack == Stack.MVC) ? OAuth2AuthorizedClientManager.class
					: ReactiveOAuth2AuthorizedClientManager.class;
			assertThat(application.context().getBean(type).getClass()).isIn(DefaultOAuth2AuthorizedClientManager.class,
					DefaultReactiveOAuth2AuthorizedClientManager.class);
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void beansAreOnesThatSpringSecurityLooksUp(Stack stack) {
		try (LoginApplication application = start(stack)) {
			List<String> managers = new ArrayList<>();
			managers.addAll(List.of(application.context().getBeanNamesForType(OAuth2AuthorizedClientManager.class)));
			managers.addAll(
					List.of(application.context().getBeanNamesForType(ReactiveOAuth2AuthorizedClientManager.class)));
			assertThat(managers).hasSize(1).noneMatch((name) -> name.startsWith("scalekit"));
		}
	}

	@Import({ OwnUserService.Servlet.class, OwnUserService.Reactive.class })
	static class OwnUserService {

		private static OidcUser own(OidcUser user) {
			return new DefaultOidcUser(Set.of(new SimpleGrantedAuthority("OWN")), user.getIdToken());
		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.SERVLET)
		static class Servlet {

			@Bean
			OAuth2UserService<OidcUserRequest, OidcUser> ownUserService() {
				return (request) -> own(new OidcUserService().loadUser(request));
			}

		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		static class Reactive {

			@Bean
			ReactiveOAuth2UserService<OidcUserRequest, OidcUser> ownUserService() {
				return (request) -> new OidcReactiveOAuth2UserService().loadUser(request).map(OwnUserService::own);
			}

		}

	}

	@Import({ OtherUserService.Servlet.class, OtherUserService.Reactive.class })
	static class OtherUserService {

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.SERVLET)
		static class Servlet {

			@Bean
			OAuth2UserService<OAuth2UserRequest, OAuth2User> otherUserService() {
				return new DefaultOAuth2UserService();
			}

		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		static class Reactive {

			@Bean
			ReactiveOAuth2UserService<OAuth2UserRequest, OAuth2User> otherUserService() {
				return (request) -> Mono.empty();
			}

		}

	}

	@Import({ OwnResolver.Servlet.class, OwnResolver.Reactive.class })
	static class OwnResolver {

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.SERVLET)
		static class Servlet {

			@Bean
			OAuth2AuthorizationRequestResolver ownResolver(ClientRegistrationRepository registrations) {
				DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(
						registrations);
				resolver.setAuthorizationRequestCustomizer(
						(request) -> request.additionalParameters((parameters) -> parameters.put("own", "1")));
				return resolver;
			}

		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		static class Reactive {

			@Bean
			ServerOAuth2AuthorizationRequestResolver ownResolver(ReactiveClientRegistrationRepository registrations) {
				DefaultServerOAuth2AuthorizationRequestResolver resolver = new DefaultServerOAuth2AuthorizationRequestResolver(
						registrations);
				resolver.setAuthorizationRequestCustomizer(
						(request) -> request.additionalParameters((parameters) -> parameters.put("own", "1")));
				return resolver;
			}

		}

	}

	@Import({ OwnIdTokenDecoder.Servlet.class, OwnIdTokenDecoder.Reactive.class })
	static class OwnIdTokenDecoder {

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.SERVLET)
		static class Servlet {

			@Bean
			JwtDecoderFactory<ClientRegistration> ownFactory() {
				return new OidcIdTokenDecoderFactory();
			}

		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		static class Reactive {

			@Bean
			ReactiveJwtDecoderFactory<ClientRegistration> ownFactory() {
				return new ReactiveOidcIdTokenDecoderFactory();
			}

		}

	}

	static class OwnDecoder {

		@Bean
		JwtDecoder ownDecoder() {
			return (token) -> {
				throw new BadJwtException("own");
			};
		}

		@Bean
		ReactiveJwtDecoder ownReactiveDecoder() {
			return (token) -> Mono.error(new BadJwtException("own"));
		}

	}

	@Import({ OwnManager.Servlet.class, OwnManager.Reactive.class })
	static class OwnManager {

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.SERVLET)
		static class Servlet {

			@Bean
			OAuth2AuthorizedClientRepository ownRepository() {
				return new HttpSessionOAuth2AuthorizedClientRepository();
			}

			@Bean
			OAuth2AuthorizedClientManager ownManager(ClientRegistrationRepository registrations,
					OAuth2AuthorizedClientRepository repository) {
				return new DefaultOAuth2AuthorizedClientManager(registrations, repository);
			}

		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		static class Reactive {

			@Bean
			ServerOAuth2AuthorizedClientRepository ownRepository() {
				return new WebSessionServerOAuth2AuthorizedClientRepository();
			}

			@Bean
			ReactiveOAuth2AuthorizedClientManager ownManager(ReactiveClientRegistrationRepository registrations,
					ServerOAuth2AuthorizedClientRepository repository) {
				return new DefaultReactiveOAuth2AuthorizedClientManager(registrations, repository);
			}

		}

	}

}
