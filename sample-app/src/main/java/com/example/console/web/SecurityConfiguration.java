package com.example.console.web;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

import com.example.console.signin.Access;
import com.example.console.signin.SignedInHandler;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.info.InfoEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

import com.scalekit.spring.boot.autoconfigure.ScalekitConnectionDetails;

/**
 * Security of the console: who may see what, and no other site reaches it through
 * somebody's browser.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

	private static final String CONTENT_SECURITY_POLICY = String.join("; ", "default-src 'none'", "style-src 'self'",
			"img-src 'self'", "script-src 'self'", "connect-src 'self'", "form-action 'self' %s", "base-uri 'none'",
			"frame-ancestors 'none'");

	/**
	 * Pages take people to Scalekit. Programs bring an access token, also to the pages.
	 */
	@Bean
	SecurityFilterChain securityFilterChain(HttpSecurity http, Access access, SignedInHandler signedInHandler,
			SessionRegistry sessionRegistry, ScalekitConnectionDetails connectionDetails) {
		return http.authorizeHttpRequests((requests) -> authorize(requests, access))
			.oauth2Login((login) -> login.successHandler(signedInHandler)
				.failureHandler(new SimpleUrlAuthenticationFailureHandler("/sign-in-failed")))
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
			.logout((logout) -> logout.logoutSuccessUrl("/signed-out"))
			.sessionManagement((sessions) -> sessions.maximumSessions(-1)
				.sessionRegistry(sessionRegistry)
				.expiredUrl("/organizations"))
			.exceptionHandling((exceptions) -> exceptions
				.defaultAuthenticationEntryPointFor(new BearerTokenAuthenticationEntryPoint(),
						PathPatternRequestMatcher.pathPattern("/api/**"))
				.accessDeniedHandler(SecurityConfiguration::refuse))
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy
					.policyDirectives(CONTENT_SECURITY_POLICY.formatted(origin(connectionDetails.getEnvironmentUrl()))))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
			.build();
	}

	/**
	 * What is below an organization is for those who may change it, and what is nowhere
	 * listed for those who may change everything, so new pages are protected.
	 */
	private static void authorize(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
			Access access) {
		requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
			.permitAll()
			.requestMatchers(EndpointRequest.toAnyEndpoint()
				.excludingLinks()
				.excluding(HealthEndpoint.class, InfoEndpoint.class))
			.denyAll()
			.requestMatchers(EndpointRequest.toAnyEndpoint())
			.permitAll()
			.requestMatchers("/*.css", "/*.js", "/*.svg", "/signed-out", "/sign-in-failed")
			.permitAll()
			.requestMatchers("/", "/organizations", "/account", "/account/sign-out", "/api/me", "/api/organizations")
			.authenticated()
			.requestMatchers(HttpMethod.GET, "/organizations/{id}", "/api/organizations/{id}")
			.access((caller, request) -> new AuthorizationDecision(access.toSee(caller.get(), id(request))))
			.requestMatchers("/organizations/{id}/delete")
			.access((caller, request) -> new AuthorizationDecision(access.toAll(caller.get())))
			.requestMatchers("/organizations/{id}/**")
			.access((caller, request) -> new AuthorizationDecision(access.toChange(caller.get(), id(request))))
			.anyRequest()
			.access((caller, request) -> new AuthorizationDecision(access.toAll(caller.get())));
	}

	private static @Nullable String id(RequestAuthorizationContext request) {
		return request.getVariables().get("id");
	}

	/**
	 * A browser does not follow the redirect of a form, such as that to sign out, to
	 * where forms may not go.
	 */
	private static String origin(String environmentUrl) {
		URI uri = URI.create(environmentUrl);
		return uri.getScheme() + "://" + uri.getRawAuthority();
	}

	private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		request.setAttribute("forged", ex instanceof CsrfException);
		response.sendError(HttpStatus.FORBIDDEN.value());
	}

	@Bean
	SessionRegistry sessionRegistry() {
		return new SessionRegistryImpl();
	}

	@Bean
	HttpSessionEventPublisher httpSessionEventPublisher() {
		return new HttpSessionEventPublisher();
	}

	/**
	 * Pages are what people come back to, and not what scripts read.
	 */
	@Bean
	RequestCache requestCache() {
		MediaTypeRequestMatcher page = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
		page.setIgnoredMediaTypes(Set.of(MediaType.ALL));
		HttpSessionRequestCache cache = new HttpSessionRequestCache();
		cache.setRequestMatcher((request) -> HttpMethod.GET.matches(request.getMethod()) && page.matches(request));
		return cache;
	}

	/**
	 * Another site can let its own name point to this machine, and would then be the same
	 * site to a browser. So the console is only there under its own names.
	 */
	@Bean
	HttpFirewall httpFirewall(@Value("${console.hosts}") Set<String> hosts) {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedHostnames(hosts::contains);
		return firewall;
	}

}
