package com.scalekit.spring.boot.autoconfigure.security.login;

import java.time.Clock;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
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
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.core.authority.mapping.NullAuthoritiesMapper;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.oidc.session.InMemoryOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.AuthenticatedPrincipalOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

import com.scalekit.spring.security.login.LoginRefresher;
import com.scalekit.spring.security.login.ScalekitClientRegistrationRepository;
import com.scalekit.spring.security.login.ScalekitLogin;
import com.scalekit.spring.security.login.ServletLogin;

/**
 * The beans that Spring Security looks up in servlet applications.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class ServletLoginConfiguration {

	@Bean
	@ConditionalOnMissingBean(ClientRegistrationRepository.class)
	ScalekitClientRegistrationRepository clientRegistrationRepository(ScalekitLogin login,
			OAuth2ClientProperties properties) {
		return new ScalekitClientRegistrationRepository(login,
				new OAuth2ClientPropertiesMapper(properties).asClientRegistrations().values());
	}

	@Bean
	@ConditionalOnMissingBean(OAuth2AuthorizationRequestResolver.class)
	OAuth2AuthorizationRequestResolver scalekitAuthorizationRequestResolver(ScalekitLogin login,
			ClientRegistrationRepository registrations, ObjectProvider<RequestCache> requestCache) {
		return new ServletLogin(login).authorizationRequestResolver(registrations,
				requestCache.getIfUnique(HttpSessionRequestCache::new));
	}

	@Bean
	@ConditionalOnMissingBean
	OAuth2UserService<OidcUserRequest, OidcUser> scalekitOidcUserService(ScalekitLogin login) {
		return new ServletLogin(login).oidcUserService();
	}

	@Bean
	@ConditionalOnMissingBean
	JwtDecoderFactory<ClientRegistration> scalekitIdTokenDecoderFactory(ScalekitLogin login) {
		return new ServletLogin(login).idTokenDecoderFactory();
	}

	@Bean
	@ConditionalOnMissingBean
	OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> scalekitTokenClient(ScalekitLogin login) {
		return new ServletLogin(login).codeTokenClient();
	}

	@Bean
	@ConditionalOnMissingBean
	OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> scalekitRefreshTokenClient(ScalekitLogin login) {
		return new ServletLogin(login).refreshTokenClient();
	}

	/**
	 * An application that has a service of its own wants to find the tokens there. That
	 * of Spring Boot is missing in tests of a slice.
	 */
	@Bean
	@ConditionalOnMissingBean({ OAuth2AuthorizedClientRepository.class, OAuth2AuthorizedClientService.class })
	OAuth2AuthorizedClientRepository authorizedClientRepository(ClientRegistrationRepository registrations,
			ObjectProvider<OAuth2AuthorizedClientService> authorizedClientService) {
		return ServletLogin.authorizedClientRepository(registrations,
				new AuthenticatedPrincipalOAuth2AuthorizedClientRepository(authorizedClientService
					.getIfAvailable(() -> new InMemoryOAuth2AuthorizedClientService(registrations))));
	}

	@Bean
	static SingleFlightPostProcessor<OAuth2AuthorizedClientManager> scalekitSingleFlightPostProcessor(
			ConfigurableListableBeanFactory beanFactory) {
		return new SingleFlightPostProcessor<>(beanFactory, OAuth2AuthorizedClientManager.class,
				(manager) -> ServletLogin.singleFlight(manager,
						beanFactory.getBean(OAuth2AuthorizedClientRepository.class)));
	}

	@Bean
	Customizer<LogoutConfigurer<HttpSecurity>> scalekitLogoutCustomizer(LoginProperties properties,
			ClientRegistrationRepository registrations) {
		return ServletLogin.logout(registrations, properties.postLogoutRedirectUri());
	}

	/**
	 * Lazy, since an application may have several managers, and refresh nothing.
	 */
	@Bean
	@Lazy
	@ConditionalOnMissingBean
	LoginRefresher scalekitLoginRefresher(OAuth2AuthorizedClientManager manager,
			OAuth2AuthorizedClientRepository repository, OAuth2UserService<OidcUserRequest, OidcUser> users,
			ObjectProvider<GrantedAuthoritiesMapper> authoritiesMapper) {
		return ServletLogin.refresher(manager, repository, users,
				authoritiesMapper.getIfUnique(NullAuthoritiesMapper::new));
	}

	@Bean
	@ConditionalOnProperty(name = LoginProperties.PREFIX + ".session-check", havingValue = "refresh")
	Customizer<HttpSecurity> scalekitSessionCheckCustomizer(LoginProperties properties, LoginRefresher refresher) {
		return (http) -> http.addFilterBefore(
				ServletLogin.sessionCheck(refresher, properties.sessionCheckMaxStale(), Clock.systemUTC()),
				AuthorizationFilter.class);
	}

	@Bean
	@ConditionalOnBooleanProperty(LoginProperties.PREFIX + ".back-channel-logout.enabled")
	Customizer<HttpSecurity> scalekitBackChannelLogoutCustomizer(ScalekitLogin login, LoginProperties properties,
			ClientRegistrationRepository registrations, ObjectProvider<OidcSessionRegistry> sessions,
			Environment environment) {
		return new ServletLogin(login).backChannelLogout(registrations,
				sessions.getIfUnique(InMemoryOidcSessionRegistry::new),
				environment.getProperty("server.servlet.session.cookie.name", "JSESSIONID"),
				properties.backChannelLogout().internalUri());
	}

}
