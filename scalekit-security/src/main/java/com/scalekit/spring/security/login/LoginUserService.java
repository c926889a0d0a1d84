package com.scalekit.spring.security.login;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Loads users who sign in. Those of other registrations stay as they are.
 */
final class LoginUserService implements OAuth2UserService<OidcUserRequest, OidcUser> {

	private final OidcUserService delegate = new OidcUserService();

	private final LoginUsers users;

	LoginUserService(ScalekitLogin login) {
		this.users = new LoginUsers(login);
	}

	@Override
	public OidcUser loadUser(OidcUserRequest request) {
		OidcUser user = this.delegate.loadUser(request);
		return ScalekitLogin.isScalekit(request.getClientRegistration().getRegistrationId())
				? this.users.complete(user, request) : user;
	}

}
