package com.scalekit.spring.security.login;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * Loads users who sign in. Those of other registrations stay as they are.
 */
final class ReactiveLoginUserService implements ReactiveOAuth2UserService<OidcUserRequest, OidcUser> {

	private final OidcReactiveOAuth2UserService delegate = new OidcReactiveOAuth2UserService();

	private final LoginUsers users;

	ReactiveLoginUserService(ScalekitLogin login, ReactiveOAuth2UserService<OAuth2UserRequest, OAuth2User> userInfo) {
		this.delegate.setOauth2UserService(userInfo);
		this.users = new LoginUsers(login);
	}

	@Override
	public Mono<OidcUser> loadUser(OidcUserRequest request) {
		Mono<OidcUser> user = this.delegate.loadUser(request);
		return ScalekitLogin.isScalekit(request.getClientRegistration().getRegistrationId())
				? user.publishOn(Schedulers.boundedElastic()).map((loaded) -> this.users.complete(loaded, request))
				: user;
	}

}
