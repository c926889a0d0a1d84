package com.scalekit.spring.client.apiclients;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.Paging;

/**
 * The API clients of organizations, which get access tokens without a user.
 * {@link ReactiveApiClientsClient} is the reactive twin; use that one on event-loop
 * threads.
 * <p>
 * Every method may throw a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token. An identifier that cannot
 * be part of a path is refused with an {@link IllegalArgumentException}.
 */
@HttpExchange(url = "/api/v1")
public interface ApiClientsClient {

	/**
	 * Return the first page of an organization's clients, in the server's default size.
	 * {@code GET /api/v1/organizations/{organization_id}/clients}
	 * @param organizationId the identifier of the organization
	 * @return the page
	 */
	default ApiClientPage list(String organizationId) {
		return list(organizationId, null, null);
	}

	/**
	 * Return a page of an organization's clients. {@code GET
	 * /api/v1/organizations/{organization_id}/clients}
	 * @param organizationId the identifier of the organization
	 * @param pageSize how many clients a page holds, 10 to 100, or {@code null} for the
	 * server's default
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/organizations/{organizationId}/clients")
	ApiClientPage list(@PathVariable String organizationId,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all clients of an organization. They are fetched page by page, as they are
	 * read. {@code GET /api/v1/organizations/{organization_id}/clients}
	 * @param organizationId the identifier of the organization
	 * @return the clients, to be read once and by one thread
	 */
	default Stream<ApiClient> all(String organizationId) {
		return Paging.stream("/api/v1/organizations/{organization_id}/clients",
				(pageToken) -> list(organizationId, Paging.PAGE_SIZE, pageToken));
	}

	/**
	 * Return a client. {@code GET
	 * /api/v1/organizations/{organization_id}/clients/{client_id}}
	 * @param organizationId the identifier of the organization
	 * @param clientId the client id, starting with {@code m2morg_}
	 * @return the client
	 * @throws ScalekitApiException.NotFound if there is no such client
	 */
	@GetExchange("/organizations/{organizationId}/clients/{clientId}")
	ApiClient get(@PathVariable String organizationId, @PathVariable String clientId);

	/**
	 * Create a client. {@code POST /api/v1/organizations/{organization_id}/clients}
	 * @param organizationId the identifier of the organization
	 * @param client the client to be created
	 * @return the created client with its first secret, which Scalekit does not return
	 * again
	 */
	@PostExchange("/organizations/{organizationId}/clients")
	CreatedApiClient create(@PathVariable String organizationId, @RequestBody CreateApiClient client);

	/**
	 * Change a client. {@code PATCH
	 * /api/v1/organizations/{organization_id}/clients/{client_id}}
	 * @param organizationId the identifier of the organization
	 * @param clientId the client id
	 * @param changes the changes; what they leave out stays as it is
	 * @return the changed client
	 * @throws ScalekitApiException.NotFound if there is no such client
	 */
	@PatchExchange("/organizations/{organizationId}/clients/{clientId}")
	ApiClient update(@PathVariable String organizationId, @PathVariable String clientId,
			@RequestBody UpdateApiClient changes);

	/**
	 * Delete a client. It gets no further access tokens. {@code DELETE
	 * /api/v1/organizations/{organization_id}/clients/{client_id}}
	 * @param organizationId the identifier of the organization
	 * @param clientId the client id
	 * @throws ScalekitApiException.NotFound if there is no such client
	 */
	@DeleteExchange("/organizations/{organizationId}/clients/{clientId}")
	void delete(@PathVariable String organizationId, @PathVariable String clientId);

	/**
	 * Create a further secret of a client. To rotate secrets, create a new one, use it,
	 * and delete the old one. {@code POST
	 * /api/v1/organizations/{organization_id}/clients/{client_id}/secrets}
	 * @param organizationId the identifier of the organization
	 * @param clientId the client id
	 * @return the secret, which Scalekit does not return again
	 * @throws ScalekitApiException.NotFound if there is no such client
	 */
	@PostExchange("/organizations/{organizationId}/clients/{clientId}/secrets")
	CreatedClientSecret createSecret(@PathVariable String organizationId, @PathVariable String clientId);

	/**
	 * Delete a secret of a client. {@code DELETE
	 * /api/v1/organizations/{organization_id}/clients/{client_id}/secrets/{secret_id}}
	 * @param organizationId the identifier of the organization
	 * @param clientId the client id
	 * @param secretId the identifier of the secret, starting with {@code sec_}
	 * @throws ScalekitApiException.NotFound if there is no such client or secret
	 */
	@DeleteExchange("/organizations/{organizationId}/clients/{clientId}/secrets/{secretId}")
	void deleteSecret(@PathVariable String organizationId, @PathVariable String clientId,
			@PathVariable String secretId);

}
