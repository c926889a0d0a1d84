package com.scalekit.spring.client.connections;

import java.util.List;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.Enveloped;
import com.scalekit.spring.client.http.Idempotent;
import com.scalekit.spring.client.http.Query;

/**
 * The connections through which users sign in. {@link ReactiveConnectionsClient} is the
 * reactive twin; use that one on event-loop threads.
 * <p>
 * Every method may throw a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token. An identifier that cannot
 * be part of a path is refused with an {@link IllegalArgumentException}.
 */
@HttpExchange(url = "/api/v1")
public interface ConnectionsClient {

	/**
	 * Return the connections of an organization that users can sign in with. {@code GET
	 * /api/v1/connections}
	 * @param organizationId the identifier of the organization
	 * @return the connections, all of them at once
	 */
	default List<ConnectionSummary> listByOrganization(String organizationId) {
		return list(ConnectionQuery.any().withOrganizationId(organizationId));
	}

	/**
	 * Return the connections of a domain that users can sign in with. {@code GET
	 * /api/v1/connections}
	 * @param domain the domain, such as {@code acme.com}; Scalekit refuses one of more
	 * than 32 characters
	 * @return the connections, all of them at once
	 */
	default List<ConnectionSummary> listByDomain(String domain) {
		return list(ConnectionQuery.any().withDomain(domain));
	}

	/**
	 * Return connections. There are no pages. {@code GET /api/v1/connections}
	 * @param query which connections to return
	 * @return the connections, all of them at once
	 */
	@Enveloped("connections")
	@GetExchange("/connections")
	List<ConnectionSummary> list(@Query ConnectionQuery query);

	/**
	 * Return a connection with its configuration. {@code GET
	 * /api/v1/organizations/{organization_id}/connections/{id}}
	 * @param organizationId the identifier of the organization
	 * @param id the identifier of the connection, starting with {@code conn_}
	 * @return the connection
	 * @throws ScalekitApiException.NotFound if there is no such connection
	 */
	@GetExchange("/organizations/{organizationId}/connections/{id}")
	Connection get(@PathVariable String organizationId, @PathVariable String id);

	/**
	 * Delete a connection. Users can no longer sign in with it. {@code DELETE
	 * /api/v1/organizations/{organization_id}/connections/{id}}
	 * @param organizationId the identifier of the organization
	 * @param id the identifier of the connection
	 * @throws ScalekitApiException.NotFound if there is no such connection
	 */
	@DeleteExchange("/organizations/{organizationId}/connections/{id}")
	void delete(@PathVariable String organizationId, @PathVariable String id);

	/**
	 * Let users sign in with a connection. Scalekit may report a failure in the result
	 * and not as an error. {@code PATCH
	 * /api/v1/organizations/{organization_id}/connections/{id}:enable}
	 * @param organizationId the identifier of the organization
	 * @param id the identifier of the connection
	 * @return the state of the connection now
	 * @throws ScalekitApiException.NotFound if there is no such connection
	 */
	@Idempotent
	@PatchExchange("/organizations/{organizationId}/connections/{id}:enable")
	ConnectionToggle enable(@PathVariable String organizationId, @PathVariable String id);

	/**
	 * Stop users from signing in with a connection. It keeps its configuration. Scalekit
	 * may report a failure in the result and not as an error. {@code PATCH
	 * /api/v1/organizations/{organization_id}/connections/{id}:disable}
	 * @param organizationId the identifier of the organization
	 * @param id the identifier of the connection
	 * @return the state of the connection now
	 * @throws ScalekitApiException.NotFound if there is no such connection
	 */
	@Idempotent
	@PatchExchange("/organizations/{organizationId}/connections/{id}:disable")
	ConnectionToggle disable(@PathVariable String organizationId, @PathVariable String id);

}
