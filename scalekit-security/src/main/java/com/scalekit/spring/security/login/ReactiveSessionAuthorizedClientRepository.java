package com.scalekit.spring.security.login;

import reactor.core.publisher.Mono;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.web.server.ServerWebExchange;

/**
 * Keeps the tokens of a login in its session: a user may have several of them, each for
 * another organization. The client secret stays outside. Tokens of other registrations
 * are kept as without Scalekit.
 */
final class ReactiveSessionAuthorizedClientRepository implements ServerOAuth2AuthorizedClientRepository {

	private final ReactiveClientRegistrationRepository registrations;

	private final ServerOAuth2AuthorizedClientRepository sessions = new WebSessionServerOAuth2AuthorizedClientRepository();

	private final ServerOAuth2AuthorizedClientRepository others;

	ReactiveSessionAuthorizedClientRepository(ReactiveClientRegistrationRepository registrations,
			ServerOAuth2AuthorizedClientRepository others) {
		this.registrations = registrations;
		this.others = others;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(String registrationId,
			Authentication principal, ServerWebExchange exchange) {
		if (!ScalekitLogin.isScalekit(registrationId)) {
			return this.others.loadAuthorizedClient(registrationId, principal, exchange);
		}
		return this.sessions.<OAuth2AuthorizedClient>loadAuthorizedClient(registrationId, principal, exchange)
			.flatMap((client) -> this.registrations.findByRegistrationId(registrationId)
				.map((registration) -> (T) AuthorizedClients.with(registration, client)));
	}

	@Override
	public Mono<Void> saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal,
			ServerWebExchange exchange) {
		return ScalekitLogin.isScalekit(client.getClientRegistration().getRegistrationId())
				? this.sessions.saveAuthorizedClient(AuthorizedClients.withoutSecret(client), principal, exchange)
				: this.others.saveAuthorizedClient(client, principal, exchange);
	}

	@Override
	public Mono<Void> removeAuthorizedClient(String registrationId, Authentication principal,
			ServerWebExchange exchange) {
		return (ScalekitLogin.isScalekit(registrationId) ? this.sessions : this.others)
			.removeAuthorizedClient(registrationId, principal, exchange);
	}

}
