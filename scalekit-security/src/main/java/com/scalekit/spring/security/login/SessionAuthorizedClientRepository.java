package com.scalekit.spring.security.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/**
 * Keeps the tokens of a login in its session: a user may have several of them, each for
 * another organization. The client secret stays outside. Tokens of other registrations
 * are kept as without Scalekit.
 */
final class SessionAuthorizedClientRepository implements OAuth2AuthorizedClientRepository {

	private final ClientRegistrationRepository registrations;

	private final OAuth2AuthorizedClientRepository sessions = new HttpSessionOAuth2AuthorizedClientRepository();

	private final OAuth2AuthorizedClientRepository others;

	SessionAuthorizedClientRepository(ClientRegistrationRepository registrations,
			OAuth2AuthorizedClientRepository others) {
		this.registrations = registrations;
		this.others = others;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registrationId,
			Authentication principal, HttpServletRequest request) {
		if (!ScalekitLogin.isScalekit(registrationId)) {
			return this.others.loadAuthorizedClient(registrationId, principal, request);
		}
		OAuth2AuthorizedClient client = this.sessions.loadAuthorizedClient(registrationId, principal, request);
		ClientRegistration registration = (client != null) ? this.registrations.findByRegistrationId(registrationId)
				: null;
		return (client != null && registration != null) ? (T) AuthorizedClients.with(registration, client) : null;
	}

	@Override
	public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal,
			HttpServletRequest request, HttpServletResponse response) {
		if (ScalekitLogin.isScalekit(client.getClientRegistration().getRegistrationId())) {
			this.sessions.saveAuthorizedClient(AuthorizedClients.withoutSecret(client), principal, request, response);
		}
		else {
			this.others.saveAuthorizedClient(client, principal, request, response);
		}
	}

	@Override
	public void removeAuthorizedClient(String registrationId, Authentication principal, HttpServletRequest request,
			HttpServletResponse response) {
		(ScalekitLogin.isScalekit(registrationId) ? this.sessions : this.others).removeAuthorizedClient(registrationId,
				principal, request, response);
	}

}
