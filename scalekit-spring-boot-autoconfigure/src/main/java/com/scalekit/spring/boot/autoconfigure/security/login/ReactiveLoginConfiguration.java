package com.scalekit.spring.boot.autoconfigure.security.login;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.core.authority.mapping.NullAuthoritiesMapper;
import org.springframework.security.oauth2.client.InMemoryReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.web.server.AuthenticatedPrincipalServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.security.web.server.savedrequest.ServerRequestCache;
import org.springframework.security.web.server.savedrequest.WebSessionServerRequestCache;

import com.scalekit.spring.security.login.ReactiveLogin;
import com.scalekit.spring.security.login.ReactiveLoginRefresher;
import com.scalekit.spring.security.login.ReactiveScalekitClientRegistrationRepository;
import com.scalekit.spring.security.login.ScalekitLogin;

/**
 * The beans that Spring Security looks up in reactive applications.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class ReactiveLoginConfiguration {

	@Bean
	@ConditionalOnMissingBean(ReactiveClientRegistrationRepository.class)
	ReactiveScalekitClientRegistrationRepository clientRegistrationRepository(ScalekitLogin login,
			OAuth2ClientProperties properties) {
		return new ReactiveScalekitClientRegistrationRepository(login,
				new OAuth2ClientPropertiesMapper(properties).asClientRegistrations().values());
	}

	@Bean
	@ConditionalOnMissingBean(ServerOAuth2AuthorizationRequestResolver.class)
	ServerOAuth2AuthorizationRequestResolver scalekitAuthorizationRequestResolver(ScalekitLogin login,
			ReactiveClientRegistrationRepository registrations, ObjectProvider<ServerRequestCache> requestCache) {
		return new ReactiveLogin(login).authorizationRequestResolver(registrations,
				requestCache.getIfUnique(WebSessionServerRequestCache::new));
	}

	@Bean
	@ConditionalOnMissingBean
	ReactiveOAuth2UserService<OidcUserRequest, OidcUser> scalekitOidcUserService(ScalekitLogin login,
			ObjectProvider<ReactiveOAuth2UserService<OAuth2UserRequest, OAuth2User>> userInfo) {
		return new ReactiveLogin(login).oidcUserService(userInfo.getIfUnique(DefaultReactiveOAuth2UserService::new));
	}

	@Bean
	@ConditionalOnMissingBean
	ReactiveJwtDecoderFactory<ClientRegistration> scalekitIdTokenDecoderFactory(ScalekitLogin login) {
		return new ReactiveLogin(login).idTokenDecoderFactory();
	}

	@Bean
	@ConditionalOnMissingBean
	ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> scalekitTokenClient(
			ScalekitLogin login) {
		return new ReactiveLogin(login).codeTokenClient();
	}

	@Bean
	@ConditionalOnMissingBean
	ReactiveOAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> scalekitRefreshTokenClient(
			ScalekitLogin login) {
		return new ReactiveLogin(login).refreshTokenClient();
	}

	/**
	 * An application that has a service of its own wants to find the tokens there. That
	 * of Spring Boot is missing in tests of a slice.
	 */
	@Bean
	@ConditionalOnMissingBean({ ServerOAuth2AuthorizedClientRepository.class,
			ReactiveOAuth2AuthorizedClientService.class })
	ServerOAuth2AuthorizedClientRepository authorizedClientRepository(
			ReactiveClientRegistrationRepository registrations,
			ObjectProvider<ReactiveOAuth2AuthorizedClientService> authorizedClientService) {
		return ReactiveLogin.authorizedClientRepository(registrations,
				new AuthenticatedPrincipalServerOAuth2AuthorizedClientRepository(authorizedClientService
					.getIfAvailable(() -> new InMemoryReactiveOAuth2AuthorizedClientService(registrations))));
	}

	@Bean
	static SingleFlightPostProcessor<ReactiveOAuth2AuthorizedClientManager> scalekitSingleFlightPostProcessor(
			ConfigurableListableBeanFactory beanFactory) {
		return new SingleFlightPostProcessor<>(beanFactory, ReactiveOAuth2AuthorizedClientManager.class,
				(manager) -> ReactiveLogin.singleFlight(manager,
						beanFactory.getBean(ServerOAuth2AuthorizedClientRepository.class)));
	}

	@Bean
	Customizer<LogoutSpec> scalekitLogoutCustomizer(LoginProperties properties,
			ReactiveClientRegistrationRepository registrations) {
		return ReactiveLogin.logout(registrations, properties.postLogoutRedirectUri());
	}

	/**
	 * Lazy, since an application may have several managers, and refresh nothing.
	 */
	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveLoginRefresher scalekitLoginRefresher(ReactiveOAuth2AuthorizedClientManager manager,
			ServerOAuth2AuthorizedClientRepository repository,
			ReactiveOAuth2UserService<OidcUserRequest, OidcUser> users,
			ObjectProvider<GrantedAuthoritiesMapper> authoritiesMapper) {
		return ReactiveLogin.refresher(manager, repository, users,
				authoritiesMapper.getIfUnique(NullAuthoritiesMapper::new));
	}

	@Bean
	@ConditionalOnProperty(name = LoginProperties.PREFIX + ".session-check", havingValue = "refresh")
	Customizer<ServerHttpSecurity> scalekitSessionCheckCustomizer(LoginProperties properties,
			ReactiveLoginRefresher refresher) {
		return (http) -> http.addFilterBefore(
				ReactiveLogin.sessionCheck(refresher, properties.sessionCheckMaxStale(), Clock.systemUTC()),
				SecurityWebFiltersOrder.AUTHORIZATION);
	}

}
