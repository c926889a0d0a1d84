package com.scalekit.spring.client.oauth2;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import reactor.core.publisher.Mono;

import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.error.ScalekitApiException;

/**
 * Requests access tokens with the client credentials grant.
 */
final class TokenEndpoint {

	static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final ClientRegistration registration;

	private final WebClientReactiveClientCredentialsTokenResponseClient client;

	private final TokenErrors errors;

	private final Clock clock;

	TokenEndpoint(ClientRegistration registration, WebClient webClient, Clock clock) {
		this.registration = registration;
		this.client = new WebClientReactiveClientCredentialsTokenResponseClient();
		this.client.setBodyExtractor(new TokenResponseDecoder());
		this.client.setWebClient(webClient.mutate()
			.filter(ExchangeFilterFunction.ofResponseProcessor(TokenEndpoint::requireSuccess))
			.build());
		this.errors = new TokenErrors(registration);
		this.clock = clock;
	}

	/**
	 * Request a token. Its lifetime is counted from the start of the request: how long
	 * the response was under way is unknown.
	 */
	Mono<OAuth2AccessToken> requestToken() {
		return Mono.defer(() -> {
			Instant start = this.clock.instant();
			return this.client.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(this.registration))
				.map((response) -> countedFrom(start, response.getAccessToken()));
		}).timeout(TIMEOUT).onErrorMap(this.errors::translate);
	}

	private static Mono<ClientResponse> requireSuccess(ClientResponse response) {
		return response.statusCode().is2xxSuccessful() ? Mono.just(response)
				: ScalekitApiException.from(response).flatMap(Mono::error);
	}

	private static OAuth2AccessToken countedFrom(Instant start, OAuth2AccessToken token) {
		Instant issuedAt = Objects.requireNonNull(token.getIssuedAt());
		Duration lifetime = Duration.between(issuedAt, Objects.requireNonNull(token.getExpiresAt()));
		return new OAuth2AccessToken(token.getTokenType(), token.getTokenValue(), start, start.plus(lifetime),
				token.getScopes());
	}

}
