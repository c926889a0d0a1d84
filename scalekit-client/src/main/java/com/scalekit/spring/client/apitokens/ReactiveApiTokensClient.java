package com.scalekit.spring.client.apitokens;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.BodyMember;
import com.scalekit.spring.client.http.Idempotent;
import com.scalekit.spring.client.http.Paging;

/**
 * The API tokens of organizations and users, with which their programs call the
 * application's own API, for reactive code. Nothing is sent before a returned publisher
 * is subscribed to; each subscription is a call of its own. {@link ApiTokensClient} is
 * the blocking twin.
 * <p>
 * The reference of Scalekit's REST API does not mention these operations. They are those
 * that Scalekit's own SDKs offer.
 * <p>
 * Every method may signal a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token.
 */
@HttpExchange(url = "/api/v1")
public interface ReactiveApiTokensClient {

	/**
	 * Create an API token. {@code POST /api/v1/tokens}
	 * @param token the token to be created
	 * @return the created token, with the secret that is returned only this once
	 */
	@PostExchange("/tokens")
	Mono<CreatedApiToken> create(@RequestBody CreateApiToken token);

	/**
	 * Return the first page of the API tokens of an organization and its users, in the
	 * server's default size. {@code GET /api/v1/tokens}
	 * @param organizationId the identifier of the organization
	 * @return the page
	 */
	default Mono<ApiTokenPage> list(String organizationId) {
		return list(organizationId, null, null, null);
	}

	/**
	 * Return a page of the API tokens of an organization or of one of its users.
	 * {@code GET /api/v1/tokens}
	 * @param organizationId the identifier of the organization
	 * @param userId the identifier of the user, or {@code null} for all tokens of the
	 * organization
	 * @param pageSize how many tokens a page holds, 1 to 30, or {@code null} for the
	 * server's default of 10
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/tokens")
	Mono<ApiTokenPage> list(@RequestParam("organization_id") String organizationId,
			@RequestParam(name = "user_id", required = false) @Nullable String userId,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all API tokens of an organization and its users. They are fetched page by
	 * page, as they are requested. {@code GET /api/v1/tokens}
	 * @param organizationId the identifier of the organization
	 * @return the tokens, each subscription starting anew
	 */
	default Flux<ApiToken> all(String organizationId) {
		return all(organizationId, null);
	}

	/**
	 * Return all API tokens of an organization or of one of its users. They are fetched
	 * page by page, as they are requested. {@code GET /api/v1/tokens}
	 * @param organizationId the identifier of the organization
	 * @param userId the identifier of the user, or {@code null} for all tokens of the
	 * organization
	 * @return the tokens, each subscription starting anew
	 */
	default Flux<ApiToken> all(String organizationId, @Nullable String userId) {
		return Paging.flux("/api/v1/tokens",
				(pageToken) -> list(organizationId, userId, Paging.SMALL_PAGE_SIZE, pageToken));
	}

	/**
	 * Validate an API token. Scalekit also accepts the identifier of a token, which is
	 * not secret: if a caller of the application has presented the value, refuse one that
	 * starts with {@code apit_}. {@code POST /api/v1/tokens:validate}
	 * @param token the secret of the token, or its identifier
	 * @return the token
	 */
	@Idempotent(safe = true)
	@PostExchange("/tokens:validate")
	Mono<ApiToken> validate(@BodyMember("token") String token);

	/**
	 * Change an API token. {@code POST /api/v1/tokens:update}
	 * @param changes the token and its changes; what they leave out stays as it is
	 * @return the changed token
	 */
	@PostExchange("/tokens:update")
	Mono<ApiToken> update(@RequestBody UpdateApiToken changes);

	/**
	 * Revoke an API token, so that it is no longer valid. To revoke a token twice is no
	 * error. {@code POST /api/v1/tokens:invalidate}
	 * @param token the secret of the token, or its identifier
	 * @return a signal that it is done
	 */
	@Idempotent
	@PostExchange("/tokens:invalidate")
	Mono<Void> revoke(@BodyMember("token") String token);

}
