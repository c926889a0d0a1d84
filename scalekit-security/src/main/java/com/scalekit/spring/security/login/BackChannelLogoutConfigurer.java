package com.scalekit.spring.security.login;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.CompositeLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.util.function.SingletonSupplier;

/**
 * Adds back-channel logout to chains that have a login, and to no other.
 */
final class BackChannelLogoutConfigurer extends AbstractHttpConfigurer<BackChannelLogoutConfigurer, HttpSecurity> {

	private final ScalekitLogin login;

	private final ClientRegistrationRepository registrations;

	private final OidcSessionRegistry sessions;

	private final String sessionCookie;

	private final @Nullable String internalUri;

	BackChannelLogoutConfigurer(ScalekitLogin login, ClientRegistrationRepository registrations,
			OidcSessionRegistry sessions, String sessionCookie, @Nullable String internalUri) {
		this.login = login;
		this.registrations = registrations;
		this.sessions = sessions;
		this.sessionCookie = sessionCookie;
		this.internalUri = internalUri;
	}

	@Override
	public void init(HttpSecurity http) {
		if (hasLogin(http)) {
			// the login then remembers its sessions there
			http.oidcLogout((logout) -> logout.oidcSessionRegistry(this.sessions));
		}
	}

	@Override
	public void configure(HttpSecurity http) {
		if (hasLogin(http)) {
			http.addFilterBefore(
					new BackChannelLogoutFilter(SingletonSupplier.ofNullable(this::tokens), this.sessions,
							this.sessionCookie,
							(this.internalUri != null) ? this.internalUri
									: BackChannelLogoutFilter.DEFAULT_INTERNAL_URI,
							sessionLogout(http)),
					CsrfFilter.class);
		}
	}

	@SuppressWarnings("unchecked")
	private static boolean hasLogin(HttpSecurity http) {
		return http.getConfigurer(OAuth2LoginConfigurer.class) != null;
	}

	/**
	 * A registration of the application may be that of another provider.
	 */
	private @Nullable LogoutTokens tokens() {
		ClientRegistration registration = this.registrations.findByRegistrationId(ScalekitLogin.REGISTRATION_ID);
		return (registration != null && this.login.signsTokensOf(registration))
				? new LogoutTokens(this.login, registration) : null;
	}

	/**
	 * The logout of the chain gets its last handlers after this.
	 */
	private static LogoutHandler sessionLogout(HttpSecurity http) {
		@SuppressWarnings("unchecked")
		LogoutConfigurer<HttpSecurity> logout = http.getConfigurer(LogoutConfigurer.class);
		if (logout == null) {
			return new SecurityContextLogoutHandler();
		}
		List<LogoutHandler> handlers = logout.getLogoutHandlers();
		return (request, response, authentication) -> new CompositeLogoutHandler(handlers).logout(request, response,
				authentication);
	}

}
