package com.scalekit.spring.security.login;

import org.jspecify.annotations.Nullable;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OidcBackChannelLogoutHandler;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;

/**
 * Adds back-channel logout to chains that have a login, and to no other.
 */
final class BackChannelLogoutConfigurer extends AbstractHttpConfigurer<BackChannelLogoutConfigurer, HttpSecurity> {

	private final OidcSessionRegistry sessions;

	private final String sessionCookie;

	private final @Nullable String internalUri;

	BackChannelLogoutConfigurer(OidcSessionRegistry sessions, String sessionCookie, @Nullable String internalUri) {
		this.sessions = sessions;
		this.sessionCookie = sessionCookie;
		this.internalUri = internalUri;
	}

	@Override
	public void init(HttpSecurity http) {
		@SuppressWarnings("unchecked")
		OAuth2LoginConfigurer<HttpSecurity> login = http.getConfigurer(OAuth2LoginConfigurer.class);
		if (login == null) {
			return;
		}
		OidcBackChannelLogoutHandler handler = new OidcBackChannelLogoutHandler(this.sessions);
		handler.setSessionCookieName(this.sessionCookie);
		if (this.internalUri != null) {
			handler.setLogoutUri(this.internalUri);
		}
		http.oidcLogout((logout) -> logout.oidcSessionRegistry(this.sessions)
			.backChannel((backChannel) -> backChannel.logoutHandler(handler)));
	}

}
