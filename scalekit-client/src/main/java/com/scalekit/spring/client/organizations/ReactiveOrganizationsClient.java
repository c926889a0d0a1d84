package com.scalekit.spring.client.organizations;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.NonIdempotent;
import com.scalekit.spring.client.http.Paging;

/**
 * The organizations of an environment, for reactive code. Nothing is sent before a
 * returned publisher is subscribed to; each subscription is a call of its own.
 * {@link OrganizationsClient} is the blocking twin.
 * <p>
 * Every method may signal a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token. An identifier that cannot
 * be part of a path is refused with an {@link IllegalArgumentException} when the method
 * is called.
 */
@HttpExchange(url = "/api/v1")
public interface ReactiveOrganizationsClient {

	/**
	 * Return the first page of organizations, in the server's default size. {@code GET
	 * /api/v1/organizations}
	 * @return the page
	 */
	default Mono<OrganizationPage> list() {
		return list(null, null);
	}

	/**
	 * Return a page of organizations. {@code GET /api/v1/organizations}
	 * @param pageSize how many organizations a page holds, 10 to 100, or {@code null} for
	 * the server's default
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	default Mono<OrganizationPage> list(@Nullable Integer pageSize, @Nullable String pageToken) {
		return list(null, pageSize, pageToken);
	}

	/**
	 * Return a page of the organizations with an external id, of which there is one at
	 * most. {@link #getByExternalId} returns it. {@code GET /api/v1/organizations}
	 * @param externalId the application's own identifier, or {@code null} for all
	 * organizations
	 * @param pageSize how many organizations a page holds, 10 to 100, or {@code null} for
	 * the server's default
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/organizations")
	Mono<OrganizationPage> list(@RequestParam(name = "external_id", required = false) @Nullable String externalId,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all organizations. They are fetched page by page, as they are requested, so
	 * their number does not matter. {@code GET /api/v1/organizations}
	 * @return the organizations, each subscription starting anew
	 */
	default Flux<Organization> all() {
		return Paging.flux("/api/v1/organizations", (pageToken) -> list(Paging.PAGE_SIZE, pageToken));
	}

	/**
	 * Return an organization. {@code GET /api/v1/organizations/{id}}
	 * @param id the identifier of the organization, starting with {@code org_}
	 * @return the organization
	 */
	@GetExchange("/organizations/{id}")
	Mono<Organization> get(@PathVariable String id);

	/**
	 * Return an organization by the application's own identifier. {@code GET
	 * /api/v1/organizations:external/{external_id}}
	 * @param externalId the application's own identifier; any characters but control
	 * characters
	 * @return the organization
	 */
	@GetExchange("/organizations:external/{externalId}")
	Mono<Organization> getByExternalId(@PathVariable String externalId);

	/**
	 * Create an organization. {@code POST /api/v1/organizations}
	 * @param organization the organization to be created
	 * @return the created organization
	 */
	@PostExchange("/organizations")
	Mono<Organization> create(@RequestBody CreateOrganization organization);

	/**
	 * Change an organization. {@code PATCH /api/v1/organizations/{id}}
	 * @param id the identifier of the organization
	 * @param changes the changes; what they leave out stays as it is
	 * @return the changed organization
	 */
	@PatchExchange("/organizations/{id}")
	Mono<Organization> update(@PathVariable String id, @RequestBody UpdateOrganization changes);

	/**
	 * Delete an organization and everything in it. {@code DELETE
	 * /api/v1/organizations/{id}}
	 * @param id the identifier of the organization
	 * @return a signal that it is done
	 */
	@DeleteExchange("/organizations/{id}")
	Mono<Void> delete(@PathVariable String id);

	/**
	 * Create a link to the admin portal of an organization. {@code PUT
	 * /api/v1/organizations/{id}/portal_links}
	 * @param id the identifier of the organization
	 * @param features the parts of the portal to show, all of them if none is given
	 * @return the link, which works once and for a minute
	 */
	@NonIdempotent
	@PutExchange("/organizations/{id}/portal_links")
	Mono<PortalLink> generatePortalLink(@PathVariable String id,
			@RequestParam(name = "features", required = false) PortalFeature... features);

	/**
	 * Switch features of an organization on or off. {@code PATCH
	 * /api/v1/organizations/{id}/settings}
	 * @param id the identifier of the organization
	 * @param settings the features to switch
	 * @return the changed organization
	 */
	@PatchExchange("/organizations/{id}/settings")
	Mono<Organization> updateSettings(@PathVariable String id, @RequestBody OrganizationSettings settings);

	/**
	 * Set how many users an organization may have. {@code PATCH
	 * /api/v1/organizations/{organization_id}/settings/usermanagement}
	 * @param organizationId the identifier of the organization
	 * @param settings the settings
	 * @return the settings as they are now
	 */
	@PatchExchange("/organizations/{organizationId}/settings/usermanagement")
	Mono<UserManagementSettings> updateUserManagementSettings(@PathVariable String organizationId,
			@RequestBody UserManagementSettings settings);

	/**
	 * Return how long the sessions of an organization's users last. {@code GET
	 * /api/v1/organizations/{organization_id}/session-policy}
	 * @param organizationId the identifier of the organization
	 * @return the policy
	 */
	@GetExchange("/organizations/{organizationId}/session-policy")
	Mono<SessionPolicy> getSessionPolicy(@PathVariable String organizationId);

	/**
	 * Set how long the sessions of an organization's users last. The organization needs
	 * the feature {@code session_policy}. {@code PATCH
	 * /api/v1/organizations/{organization_id}/session-policy}
	 * @param organizationId the identifier of the organization
	 * @param policy the policy
	 * @return the policy as it is now
	 */
	@PatchExchange("/organizations/{organizationId}/session-policy")
	Mono<SessionPolicy> updateSessionPolicy(@PathVariable String organizationId, @RequestBody SessionPolicy policy);

}
