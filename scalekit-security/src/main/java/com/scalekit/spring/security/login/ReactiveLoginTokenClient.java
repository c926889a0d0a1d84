package com.scalekit.spring.security.login;

import java.time.Duration;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.client.endpoint.AbstractWebClientReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.util.function.SingletonSupplier;

/**
 * Requests tokens of Scalekit with the transport of the clients. Those of other
 * registrations are requested as without Scalekit.
 *
 * @param <T> the type of the grant
 */
final class ReactiveLoginTokenClient<T extends AbstractOAuth2AuthorizationGrantRequest>
		implements ReactiveOAuth2AccessTokenResponseClient<T> {

	private static final Duration TIMEOUT = Duration.ofSeconds(15);

	private final ScalekitLogin login;

	private final Supplier<ReactiveOAuth2AccessTokenResponseClient<T>> client;

	private final ReactiveOAuth2AccessTokenResponseClient<T> others;

	ReactiveLoginTokenClient(ScalekitLogin login,
			Supplier<? extends AbstractWebClientReactiveOAuth2AccessTokenResponseClient<T>> clients) {
		this.login = login;
		this.client = SingletonSupplier.of(() -> {
			AbstractWebClientReactiveOAuth2AccessTokenResponseClient<T> client = clients.get();
			client.setWebClient(login.webClient());
			return client;
		});
		this.others = clients.get();
	}

	@Override
	public Mono<OAuth2AccessTokenResponse> getTokenResponse(T request) {
		return isResponsibleFor(request) ? requestToken(request) : this.others.getTokenResponse(request);
	}

	boolean isResponsibleFor(T request) {
		return this.login.issuesTokensOf(request.getClientRegistration());
	}

	/**
	 * Spring Security handles no other exception than the one for refused requests.
	 */
	private Mono<OAuth2AccessTokenResponse> requestToken(T request) {
		return Mono.fromSupplier(this.client)
			.flatMap((client) -> client.getTokenResponse(request))
			.timeout(TIMEOUT)
			.onErrorMap((failure) -> !(failure instanceof OAuth2AuthorizationException),
					ReactiveLoginTokenClient::noUsableAnswer);
	}

	private static OAuth2AuthorizationException noUsableAnswer(Throwable failure) {
		return new OAuth2AuthorizationException(new OAuth2Error("invalid_token_response",
				"Scalekit has not answered the token request: " + failure.getMessage(), null), failure);
	}

}
