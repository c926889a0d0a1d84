package com.scalekit.spring.security.login;

import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

import com.scalekit.spring.client.error.ScalekitTokenException;

/**
 * Gives a user who is signed in the roles and permissions of the present access token.
 */
final class RefreshedLogins {

	private final GrantedAuthoritiesMapper authoritiesMapper;

	RefreshedLogins(GrantedAuthoritiesMapper authoritiesMapper) {
		this.authoritiesMapper = authoritiesMapper;
	}

	static OidcUserRequest request(OidcUser user, OAuth2AuthorizedClient client) {
		return new OidcUserRequest(client.getClientRegistration(), client.getAccessToken(), user.getIdToken());
	}

	static ScalekitTokenException failure(OAuth2AuthorizationException cause) {
		ScalekitTokenException failure = new ScalekitTokenException(cause.getError(),
				"The login cannot be refreshed: " + cause.getMessage());
		failure.initCause(cause);
		return failure;
	}

	/**
	 * How the user has signed in stays as it was.
	 */
	OAuth2AuthenticationToken with(OidcUser user, OAuth2AuthenticationToken login) {
		Set<GrantedAuthority> authorities = new LinkedHashSet<>(
				this.authoritiesMapper.mapAuthorities(user.getAuthorities()));
		login.getAuthorities().stream().filter(FactorGrantedAuthority.class::isInstance).forEach(authorities::add);
		OAuth2AuthenticationToken refreshed = new OAuth2AuthenticationToken(user, authorities,
				login.getAuthorizedClientRegistrationId());
		refreshed.setDetails(login.getDetails());
		return refreshed;
	}

}
