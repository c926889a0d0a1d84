package com.scalekit.spring.client.oauth2;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
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
import com.scalekit.spring.client.http.ProviderRequests;
import com.scalekit.spring.client.observation.ClientListener;

/**
 * Sends the access token with each request to the environment, and to nowhere else. When
 * the token is refused, the request is made once more with a new one, unless its body was
 * a stream.
 */
final class BearerTokenFilter implements ExchangeFilterFunction {

	private static final Log logger = LogFactory.getLog(BearerTokenFilter.class);

	/** The type of the details that Scalekit's errors have. */
	private static final String SCALEKIT_ERROR = "scalekit.v1.errdetails.ErrorInfo";

	private static final int MAX_ERROR_LENGTH = 64 * 1024;

	private final Origin origin;

	private final TokenStore tokens;

	private final ClientListener listener;

	private volatile @Nullable Authorization authorization;

	BearerTokenFilter(URI environmentUrl, TokenStore tokens, ClientListener listener) {
		this.origin = Origin.of(environmentUrl);
		this.tokens = tokens;
		this.listener = listener;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		try {
			this.origin.check(request.method(), request.url());
		}
		catch (ScalekitTransportException ex) {
			return Mono.error(ex);
		}
		OAuth2AccessToken current = this.tokens.current();
		return (current != null) ? exchange(request, next, current)
				: this.tokens.get().flatMap((token) -> exchange(request, next, token));
	}

	private Mono<ClientResponse> exchange(ClientRequest request, ExchangeFunction next, OAuth2AccessToken token) {
		AuthorizedRequest authorized = authorized(request, token);
		return exchange(authorized, next,
				(response) -> ProviderRequests.isProxied(request.url())
						? recoverProxied(authorized, request, next, response, token)
						: recover(authorized, request, next, response, token));
	}

	private AuthorizedRequest authorized(ClientRequest request, OAuth2AccessToken token) {
		return new AuthorizedRequest(request, this.origin, headerValue(token));
	}

	private static Mono<ClientResponse> exchange(AuthorizedRequest request, ExchangeFunction next,
			Function<ClientResponse, Mono<ClientResponse>> onUnauthorized) {
		return next.exchange(request).flatMap((response) -> {
			try {
				return (response.statusCode().value() == HttpStatus.UNAUTHORIZED.value())
						? onUnauthorized.apply(response) : Mono.just(response);
			}
			catch (IllegalArgumentException ex) {
				return refuseStatus(request, response);
			}
		});
	}

	/**
	 * A connector may pass on a status that Spring refuses to look at.
	 */
	private static Mono<ClientResponse> refuseStatus(ClientRequest request, ClientResponse response) {
		return response.releaseBody()
			.onErrorComplete()
			.then(Mono.error(() -> ScalekitTransportException.unusable("the response has no valid status",
					request.method(), request.url())));
	}

	/**
	 * The value of the header is as long as the token, and is made once for each token.
	 */
	private String headerValue(OAuth2AccessToken token) {
		Authorization authorization = this.authorization;
		if (authorization == null || authorization.token() != token) {
			authorization = new Authorization(token, "Bearer " + token.getTokenValue());
			this.authorization = authorization;
		}
		return authorization.headerValue();
	}

	/**
	 * The status may be that of another service, which says nothing about the access
	 * token. Scalekit's own error is short and says whose it is; any other response is
	 * passed on as it is.
	 */
	private Mono<ClientResponse> recoverProxied(AuthorizedRequest sent, ClientRequest request, ExchangeFunction next,
			ClientResponse response, OAuth2AccessToken refused) {
		long length = response.headers().contentLength().orElse(Long.MAX_VALUE);
		if (length > MAX_ERROR_LENGTH) {
			return Mono.just(response);
		}
		return response.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).flatMap((body) -> {
			ClientResponse same = withBody(response, body);
			return new String(body, StandardCharsets.UTF_8).contains(SCALEKIT_ERROR)
					? recover(sent, request, next, same, refused) : Mono.just(same);
		});
	}

	private Mono<ClientResponse> recover(AuthorizedRequest sent, ClientRequest request, ExchangeFunction next,
			ClientResponse response, OAuth2AccessToken refused) {
		return ScalekitApiException.from(response).flatMap((unauthorized) -> {
			if (unauthorized.getError().isToolError() || !this.tokens.refuse(refused)) {
				return Mono.just(withBody(response, unauthorized.getResponseBodyAsByteArray()));
			}
			this.listener.onTokenRefused();
			logger.debug("The access token was refused and is replaced");
			if (sent.isStreamed()) {
				return Mono.error(notRepeatable(request, unauthorized));
			}
			return this.tokens.get()
				.doOnError((failure) -> failure.addSuppressed(unauthorized))
				.flatMap((token) -> exchange(authorized(request, token), next, Mono::just));
		});
	}

	/**
	 * The body has been consumed, so it is replaced without being released again.
	 */
	private static ClientResponse withBody(ClientResponse response, byte[] body) {
		return response.mutate()
			.body((consumed) -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
			.build();
	}

	/**
	 * A stream may be readable only once, and what is left of it must not be sent.
	 */
	private static ScalekitTransportException notRepeatable(ClientRequest request, ScalekitApiException unauthorized) {
		ScalekitTransportException failure = ScalekitTransportException
			.refused("the access token was refused, and a streamed body cannot be sent again; the next call gets a new "
					+ "access token", request.method(), request.url())
			.withAttempts(1, Duration.ZERO, false);
		failure.addSuppressed(unauthorized);
		return failure;
	}

	private record Authorization(OAuth2AccessToken token, String headerValue) {

	}

}
