package com.scalekit.spring.client.authenticationlogs;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.Paging;
import com.scalekit.spring.client.http.Query;

/**
 * The logs of the authentication requests of an environment, the newest first, for
 * reactive code. Nothing is sent before a returned publisher is subscribed to; each
 * subscription is a call of its own. {@link AuthenticationLogsClient} is the blocking
 * twin.
 * <p>
 * Every method may signal a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token.
 */
@HttpExchange(url = "/api/v1")
public interface ReactiveAuthenticationLogsClient {

	/**
	 * Return the first page of authentication requests, in the server's default size.
	 * {@code GET /api/v1/logs/authentication/requests}
	 * @return the page
	 */
	default Mono<AuthenticationLogPage> list() {
		return list(AuthenticationLogQuery.any(), null, null);
	}

	/**
	 * Return a page of the authentication requests that match a query. {@code GET
	 * /api/v1/logs/authentication/requests}
	 * @param query which requests to return
	 * @param pageSize how many requests a page holds, or {@code null} for the server's
	 * default; the range is not documented
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/logs/authentication/requests")
	Mono<AuthenticationLogPage> list(@Query AuthenticationLogQuery query,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all authentication requests. They are fetched page by page, as they are
	 * requested. {@code GET /api/v1/logs/authentication/requests}
	 * @return the requests, each subscription starting anew
	 */
	default Flux<AuthenticationRequest> all() {
		return all(AuthenticationLogQuery.any());
	}

	/**
	 * Return all authentication requests that match a query. They are fetched page by
	 * page, as they are requested. {@code GET /api/v1/logs/authentication/requests}
	 * @param query which requests to return
	 * @return the requests, each subscription starting anew
	 */
	default Flux<AuthenticationRequest> all(AuthenticationLogQuery query) {
		return Paging.flux("/api/v1/logs/authentication/requests",
				(pageToken) -> list(query, Paging.PAGE_SIZE, pageToken));
	}

}
