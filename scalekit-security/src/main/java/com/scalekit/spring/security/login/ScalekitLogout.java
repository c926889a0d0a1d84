package com.scalekit.spring.security.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * Ends the session at Scalekit too when somebody signs out who has signed in there. A
 * logout success handler of the application takes precedence, and other logins end as the
 * application says.
 */
final class ScalekitLogout implements Customizer<LogoutConfigurer<HttpSecurity>>, LogoutHandler {

	private static final String SIGNED_IN = ScalekitLogout.class.getName() + ".SIGNED_IN";

	private final OidcClientInitiatedLogoutSuccessHandler successHandler;

	ScalekitLogout(ClientRegistrationRepository registrations, String postLogoutRedirectUri) {
		this.successHandler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
		this.successHandler.setPostLogoutRedirectUri(postLogoutRedirectUri);
	}

	@Override
	public void customize(LogoutConfigurer<HttpSecurity> logout) {
		logout.addLogoutHandler(this)
			.defaultLogoutSuccessHandlerFor(this.successHandler, (request) -> request.getAttribute(SIGNED_IN) != null);
	}

	/**
	 * Nobody knows any longer after the logout.
	 */
	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		if (authentication instanceof OAuth2AuthenticationToken token
				&& ScalekitLogin.isScalekit(token.getAuthorizedClientRegistrationId())
				&& token.getPrincipal() instanceof OidcUser) {
			request.setAttribute(SIGNED_IN, true);
		}
	}

}
