package com.scalekit.spring.security.login;

import reactor.core.publisher.Mono;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.logout.RedirectServerLogoutSuccessHandler;
import org.springframework.security.web.server.authentication.logout.ServerLogoutSuccessHandler;

/**
 * Ends the session at Scalekit too when somebody signs out who has signed in there. A
 * logout success handler of the application takes precedence.
 */
final class ReactiveScalekitLogout implements Customizer<LogoutSpec>, ServerLogoutSuccessHandler {

	private final OidcClientInitiatedServerLogoutSuccessHandler scalekit;

	private final ServerLogoutSuccessHandler others = new RedirectServerLogoutSuccessHandler();

	ReactiveScalekitLogout(ReactiveClientRegistrationRepository registrations, String postLogoutRedirectUri) {
		this.scalekit = new OidcClientInitiatedServerLogoutSuccessHandler(registrations);
		this.scalekit.setPostLogoutRedirectUri(postLogoutRedirectUri);
	}

	@Override
	public void customize(LogoutSpec logout) {
		logout.logoutSuccessHandler(this);
	}

	@Override
	public Mono<Void> onLogoutSuccess(WebFilterExchange exchange, Authentication authentication) {
		boolean signedIn = authentication instanceof OAuth2AuthenticationToken token
				&& ScalekitLogin.isScalekit(token.getAuthorizedClientRegistrationId());
		return (signedIn ? this.scalekit : this.others).onLogoutSuccess(exchange, authentication);
	}

}
