package com.scalekit.spring.client.oauth2;

import java.net.URI;
import java.util.Locale;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTransportException;

/**
 * Sends the access token with each request to the environment, and to nowhere else. When
 * the token is refused, the request is made once more with a new one.
 */
final class BearerTokenFilter implements ExchangeFilterFunction {

	private final Origin origin;

	private final TokenStore tokens;

	BearerTokenFilter(URI environmentUrl, TokenStore tokens) {
		this.origin = Origin.of(environmentUrl);
		this.tokens = tokens;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		if (!this.origin.equals(Origin.of(request.url()))) {
			return Mono.error(() -> ScalekitTransportException.refused(
					"the access token is only sent to " + this.origin + "; use another WebClient for other servers",
					request.method(), request.url()));
		}
		return this.tokens.get()
			.flatMap((token) -> next.exchange(authorize(request, token))
				.flatMap((response) -> (response.statusCode().value() == HttpStatus.UNAUTHORIZED.value())
						? recover(request, next, response, token) : Mono.just(response)));
	}

	/**
	 * The token is added when the request is written and is never part of the
	 * {@link ClientRequest}: the exceptions of Spring keep its headers.
	 */
	private static ClientRequest authorize(ClientRequest request, OAuth2AccessToken token) {
		return ClientRequest.from(request)
			.httpRequest((httpRequest) -> httpRequest.getHeaders().setBearerAuth(token.getTokenValue()))
			.build();
	}

	private Mono<ClientResponse> recover(ClientRequest request, ExchangeFunction next, ClientResponse response,
			OAuth2AccessToken refused) {
		return ScalekitApiException.from(response).flatMap((unauthorized) -> {
			if (unauthorized.getError().isToolError() || !this.tokens.refuse(refused)) {
				return Mono.just(withBody(response, unauthorized.getResponseBodyAsByteArray()));
			}
			return this.tokens.get()
				.doOnError((failure) -> failure.addSuppressed(unauthorized))
				.flatMap((token) -> next.exchange(authorize(request, token)));
		});
	}

	private static ClientResponse withBody(ClientResponse response, byte[] body) {
		return response.mutate().body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body))).build();
	}

	/**
	 * Scheme, host and port.
	 */
	private record Origin(String scheme, String host, int port) {

		static Origin of(URI uri) {
			String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
			int defaultPort = scheme.equals("https") ? 443 : 80;
			return new Origin(scheme, String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT),
					(uri.getPort() != -1) ? uri.getPort() : defaultPort);
		}

		@Override
		public String toString() {
			return this.scheme + "://" + this.host + ":" + this.port;
		}

	}

}
