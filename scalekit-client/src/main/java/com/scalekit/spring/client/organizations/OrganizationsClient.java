package com.scalekit.spring.client.organizations;

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
import org.springframework.web.service.annotation.PutExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.NonIdempotent;
import com.scalekit.spring.client.http.Paging;

/**
 * The organizations of an environment. {@link ReactiveOrganizationsClient} is the
 * reactive twin; use that one on event-loop threads.
 * <p>
 * Every method may throw a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token. An identifier that cannot
 * be part of a path is refused with an {@link IllegalArgumentException}.
 */
@HttpExchange(url = "/api/v1")
public interface OrganizationsClient {

	/**
	 * Return the first page of organizations, in the server's default size. {@code GET
	 * /api/v1/organizations}
	 * @return the page
	 */
	default OrganizationPage list() {
		return list(null, null);
	}

	/**
	 * Return a page of organizations. {@code GET /api/v1/organizations}
	 * @param pageSize how many organizations a page holds, 10 to 100, or {@code null} for
	 * the server's default
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	default OrganizationPage list(@Nullable Integer pageSize, @Nullable String pageToken) {
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
	OrganizationPage list(@RequestParam(name = "external_id", required = false) @Nullable String externalId,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all organizations. They are fetched page by page, as they are read, so their
	 * number does not matter. {@code GET /api/v1/organizations}
	 * @return the organizations, to be read once and by one thread
	 */
	default Stream<Organization> all() {
		return Paging.stream("/api/v1/organizations", (pageToken) -> list(Paging.PAGE_SIZE, pageToken));
	}

	/**
	 * Return an organization. {@code GET /api/v1/organizations/{id}}
	 * @param id the identifier of the organization, starting with {@code org_}
	 * @return the organization
	 * @throws ScalekitApiException.NotFound if there is no such organization
	 */
	@GetExchange("/organizations/{id}")
	Organization get(@PathVariable String id);

	/**
	 * Return an organization by the application's own identifier. {@code GET
	 * /api/v1/organizations:external/{external_id}}
	 * @param externalId the application's own identifier; any characters but control
	 * characters
	 * @return the organization
	 * @throws ScalekitApiException.NotFound if there is no such organization
	 */
	@GetExchange("/organizations:external/{externalId}")
	Organization getByExternalId(@PathVariable String externalId);

	/**
	 * Create an organization. {@code POST /api/v1/organizations}
	 * @param organization the organization to be created
	 * @return the created organization
	 * @throws ScalekitApiException.Conflict if the external id or the slug is taken
	 */
	@PostExchange("/organizations")
	Organization create(@RequestBody CreateOrganization organization);

	/**
	 * Change an organization. {@code PATCH /api/v1/organizations/{id}}
	 * @param id the identifier of the organization
	 * @param changes the changes; what they leave out stays as it is
	 * @return the changed organization
	 * @throws ScalekitApiException.NotFound if there is no such organization
	 */
	@PatchExchange("/organizations/{id}")
	Organization update(@PathVariable String id, @RequestBody UpdateOrganization changes);

	/**
	 * Delete an organization and everything in it. {@code DELETE
	 * /api/v1/organizations/{id}}
	 * @param id the identifier of the organization
	 * @throws ScalekitApiException.NotFound if there is no such organization
	 */
	@DeleteExchange("/organizations/{id}")
	void delete(@PathVariable String id);

	/**
	 * Create a link to the admin portal of an organization. {@code PUT
	 * /api/v1/organizations/{id}/portal_links}
	 * @param id the identifier of the organization
	 * @param features the parts of the portal to show, all of them if none is given
	 * @return the link, which works once and for a minute
	 * @throws ScalekitApiException.NotFound if there is no such organization
	 */
	@NonIdempotent
	@PutExchange("/organizations/{id}/portal_links")
	PortalLink generatePortalLink(@PathVariable String id,
			@RequestParam(name = "features", required = false) PortalFeature... features);

	/**
	 * Switch features of an organization on or off. {@code PATCH
	 * /api/v1/organizations/{id}/settings}
	 * @param id the identifier of the organization
	 * @param settings the features to switch
	 * @return the changed organization
	 * @throws ScalekitApiException.NotFound if there is no such organization
	 */
	@PatchExchange("/organizations/{id}/settings")
	Organization updateSettings(@PathVariable String id, @RequestBody OrganizationSettings settings);

	/**
	 * Set how many users an organization may have. {@code PATCH
	 * /api/v1/organizations/{organization_id}/settings/usermanagement}
	 * @param organizationId the identifier of the organization
	 * @param settings the settings
	 * @return the settings as they are now
	 * @throws ScalekitApiException.NotFound if there is no such organization
	 */
	@PatchExchange("/organizations/{organizationId}/settings/usermanagement")
	UserManagementSettings updateUserManagementSettings(@PathVariable String organizationId,
			@RequestBody UserManagementSettings settings);

	/**
	 * Return how long the sessions of an organization's users last. {@code GET
	 * /api/v1/organizations/{organization_id}/session-policy}
	 * @param organizationId the identifier of the organization
	 * @return the policy
	 * @throws ScalekitApiException.NotFound if there is no such organization
	 */
	@GetExchange("/organizations/{organizationId}/session-policy")
	SessionPolicy getSessionPolicy(@PathVariable String organizationId);

	/**
	 * Set how long the sessions of an organization's users last. The organization needs
	 * the feature {@code session_policy}. {@code PATCH
	 * /api/v1/organizations/{organization_id}/session-policy}
	 * @param organizationId the identifier of the organization
	 * @param policy the policy
	 * @return the policy as it is now
	 * @throws ScalekitApiException.NotFound if there is no such organization
	 */
	@PatchExchange("/organizations/{organizationId}/session-policy")
	SessionPolicy updateSessionPolicy(@PathVariable String organizationId, @RequestBody SessionPolicy policy);

}
