package com.scalekit.spring.client.connectedaccounts;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.BodyMember;
import com.scalekit.spring.client.http.Idempotent;
import com.scalekit.spring.client.http.Paging;
import com.scalekit.spring.client.http.Query;

/**
 * The accounts that users have connected at other services, so that tools act there on
 * their behalf, for reactive code. Nothing is sent before a returned publisher is
 * subscribed to; each subscription is a call of its own. {@link ConnectedAccountsClient}
 * is the blocking twin.
 * <p>
 * Every method may signal a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token.
 */
@HttpExchange(url = "/api/v1")
public interface ReactiveConnectedAccountsClient {

	/**
	 * Return the first page of connected accounts, in the server's default size.
	 * {@code GET /api/v1/connected_accounts}
	 * @return the page
	 */
	default Mono<ConnectedAccountPage> list() {
		return list(ConnectedAccountQuery.any(), null, null);
	}

	/**
	 * Return a page of the connected accounts that match a query. {@code GET
	 * /api/v1/connected_accounts}
	 * @param query which accounts to return
	 * @param pageSize how many accounts a page holds, 1 to 99, or {@code null} for the
	 * server's default
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/connected_accounts")
	Mono<ConnectedAccountPage> list(@Query ConnectedAccountQuery query,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all connected accounts that match a query. They are fetched page by page, as
	 * they are requested. {@code GET /api/v1/connected_accounts}
	 * @param query which accounts to return
	 * @return the accounts, each subscription starting anew
	 */
	default Flux<ConnectedAccountSummary> all(ConnectedAccountQuery query) {
		return Paging.flux("/api/v1/connected_accounts", (pageToken) -> list(query, 99, pageToken));
	}

	/**
	 * Return a page of the connected accounts that a search finds. {@code GET
	 * /api/v1/connected_accounts:search}
	 * @param query the text to search for, 3 to 200 characters
	 * @param connectionId the identifier of a connection, or {@code null} for all
	 * @param pageSize how many accounts a page holds, 1 to 30, or {@code null} for the
	 * server's default
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/connected_accounts:search")
	Mono<ConnectedAccountPage> search(@RequestParam(name = "query") String query,
			@RequestParam(name = "connection_id", required = false) @Nullable String connectionId,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all connected accounts that a search finds. They are fetched page by page,
	 * as they are requested. {@code GET /api/v1/connected_accounts:search}
	 * @param query the text to search for, 3 to 200 characters
	 * @return the accounts, each subscription starting anew
	 */
	default Flux<ConnectedAccountSummary> searchAll(String query) {
		return Paging.flux("/api/v1/connected_accounts:search",
				(pageToken) -> search(query, null, Paging.SMALL_PAGE_SIZE, pageToken));
	}

	/**
	 * Return a connected account without its credentials. {@code GET
	 * /api/v1/connected_accounts/details}
	 * @param account which account
	 * @return the account
	 */
	@GetExchange("/connected_accounts/details")
	Mono<ConnectedAccount> get(@Query ConnectedAccountSelector account);

	/**
	 * Return a connected account with its credentials, which are valid: do not log them,
	 * and do not store them. {@code GET /api/v1/connected_accounts/auth}
	 * @param account which account
	 * @return the account
	 */
	@GetExchange("/connected_accounts/auth")
	Mono<ConnectedAccount> getWithCredentials(@Query ConnectedAccountSelector account);

	/**
	 * Create a connected account. Without credentials, the user has to authorize it.
	 * {@code POST /api/v1/connected_accounts}
	 * @param account the account to be created
	 * @return the created account
	 */
	@PostExchange("/connected_accounts")
	Mono<ConnectedAccount> create(@RequestBody CreateConnectedAccount account);

	/**
	 * Change a connected account. {@code PUT /api/v1/connected_accounts}
	 * @param changes the account and its changes; what they leave out stays as it is
	 * @return the changed account
	 */
	@PutExchange("/connected_accounts")
	Mono<ConnectedAccount> update(@RequestBody UpdateConnectedAccount changes);

	/**
	 * Delete a connected account. {@code POST /api/v1/connected_accounts:delete}
	 * @param account which account
	 * @return a signal that it is done
	 */
	@Idempotent
	@PostExchange("/connected_accounts:delete")
	Mono<Void> delete(@RequestBody ConnectedAccountSelector account);

	/**
	 * Create a link with which a user authorizes a connected account, for the first time
	 * or again. {@code POST /api/v1/connected_accounts/magic_link}
	 * @param link the link to be created
	 * @return the link, which is for this user only
	 */
	@PostExchange("/connected_accounts/magic_link")
	Mono<AuthorizationLink> createAuthorizationLink(@RequestBody CreateAuthorizationLink link);

	/**
	 * Confirm which user has authorized a connected account, if the link was created with
	 * an address for that. {@code POST /api/v1/connected_accounts/user/verify}
	 * @param authRequestId the parameter {@code auth_request_id} that the browser has
	 * brought to that address; it can be used once
	 * @param identifier the application's identifier of the user who is signed in
	 * @return where to send the browser
	 */
	@PostExchange("/connected_accounts/user/verify")
	Mono<UserVerification> verifyUser(@BodyMember("auth_request_id") String authRequestId,
			@BodyMember("identifier") String identifier);

}
