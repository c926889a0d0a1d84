package com.scalekit.spring.client.memberships;

import java.util.List;
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
import com.scalekit.spring.client.http.EmptyObject;
import com.scalekit.spring.client.http.Enveloped;
import com.scalekit.spring.client.http.Paging;
import com.scalekit.spring.client.users.CreateMembership;
import com.scalekit.spring.client.users.RoleReference;
import com.scalekit.spring.client.users.UpdateMembership;
import com.scalekit.spring.client.users.User;
import com.scalekit.spring.client.users.UserPage;

/**
 * The memberships of users in organizations. {@link ReactiveMembershipsClient} is the
 * reactive twin; use that one on event-loop threads.
 * <p>
 * Every method may throw a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token. An identifier that cannot
 * be part of a path is refused with an {@link IllegalArgumentException}.
 */
@HttpExchange(url = "/api/v1")
public interface MembershipsClient {

	/**
	 * Make a user a member of an organization. Whether an invitation is sent by e-mail is
	 * left to the server. {@code POST
	 * /api/v1/memberships/organizations/{organization_id}/users/{id}}
	 * @param organizationId the identifier of the organization
	 * @param userId the identifier of the user
	 * @param membership the membership to be created
	 * @return the user, with the membership
	 * @throws ScalekitApiException.NotFound if there is no such organization or user
	 */
	default User create(String organizationId, String userId, CreateMembership membership) {
		return create(organizationId, userId, membership, null);
	}

	/**
	 * Make a user a member of an organization. {@code POST
	 * /api/v1/memberships/organizations/{organization_id}/users/{id}}
	 * @param organizationId the identifier of the organization
	 * @param userId the identifier of the user
	 * @param membership the membership to be created
	 * @param sendInvitationEmail whether to send an invitation by e-mail, or {@code null}
	 * for the server's default, which is not documented
	 * @return the user, with the membership
	 * @throws ScalekitApiException.NotFound if there is no such organization or user
	 */
	@PostExchange("/memberships/organizations/{organizationId}/users/{userId}")
	User create(@PathVariable String organizationId, @PathVariable String userId,
			@RequestBody CreateMembership membership,
			@RequestParam(name = "send_invitation_email", required = false) @Nullable Boolean sendInvitationEmail);

	/**
	 * Make a user a member of an organization by the application's own identifier of the
	 * user. Whether an invitation is sent by e-mail is left to the server. {@code POST
	 * /api/v1/memberships/organizations/{organization_id}/users:external/{external_id}}
	 * @param organizationId the identifier of the organization
	 * @param externalId the application's own identifier of the user
	 * @param membership the membership to be created
	 * @return the user, with the membership
	 * @throws ScalekitApiException.NotFound if there is no such organization or user
	 */
	default User createByExternalId(String organizationId, String externalId, CreateMembership membership) {
		return createByExternalId(organizationId, externalId, membership, null);
	}

	/**
	 * Make a user a member of an organization by the application's own identifier of the
	 * user. {@code POST
	 * /api/v1/memberships/organizations/{organization_id}/users:external/{external_id}}
	 * @param organizationId the identifier of the organization
	 * @param externalId the application's own identifier of the user
	 * @param membership the membership to be created
	 * @param sendInvitationEmail whether to send an invitation by e-mail, or {@code null}
	 * for the server's default, which is not documented
	 * @return the user, with the membership
	 * @throws ScalekitApiException.NotFound if there is no such organization or user
	 */
	@PostExchange("/memberships/organizations/{organizationId}/users:external/{externalId}")
	User createByExternalId(@PathVariable String organizationId, @PathVariable String externalId,
			@RequestBody CreateMembership membership,
			@RequestParam(name = "send_invitation_email", required = false) @Nullable Boolean sendInvitationEmail);

	/**
	 * Change the membership of a user in an organization. {@code PATCH
	 * /api/v1/memberships/organizations/{organization_id}/users/{id}}
	 * @param organizationId the identifier of the organization
	 * @param userId the identifier of the user
	 * @param changes the changes; what they leave out stays as it is
	 * @return the user, with the membership
	 * @throws ScalekitApiException.NotFound if there is no such membership
	 */
	@PatchExchange("/memberships/organizations/{organizationId}/users/{userId}")
	User update(@PathVariable String organizationId, @PathVariable String userId,
			@RequestBody UpdateMembership changes);

	/**
	 * Change the membership of a user in an organization by the application's own
	 * identifier of the user. {@code PATCH
	 * /api/v1/memberships/organizations/{organization_id}/users:external/{external_id}}
	 * @param organizationId the identifier of the organization
	 * @param externalId the application's own identifier of the user
	 * @param changes the changes; what they leave out stays as it is
	 * @return the user, with the membership
	 * @throws ScalekitApiException.NotFound if there is no such membership
	 */
	@PatchExchange("/memberships/organizations/{organizationId}/users:external/{externalId}")
	User updateByExternalId(@PathVariable String organizationId, @PathVariable String externalId,
			@RequestBody UpdateMembership changes);

	/**
	 * Remove a user from an organization. This may delete the user if there is no other
	 * membership; Scalekit does not document it. {@code DELETE
	 * /api/v1/memberships/organizations/{organization_id}/users/{id}}
	 * @param organizationId the identifier of the organization
	 * @param userId the identifier of the user
	 * @throws ScalekitApiException.NotFound if there is no such membership
	 */
	@DeleteExchange("/memberships/organizations/{organizationId}/users/{userId}")
	void delete(@PathVariable String organizationId, @PathVariable String userId);

	/**
	 * Remove a user from an organization by the application's own identifier of the user.
	 * This may delete the user if there is no other membership; Scalekit does not
	 * document it. {@code DELETE
	 * /api/v1/memberships/organizations/{organization_id}/users:external/{external_id}}
	 * @param organizationId the identifier of the organization
	 * @param externalId the application's own identifier of the user
	 * @throws ScalekitApiException.NotFound if there is no such membership
	 */
	@DeleteExchange("/memberships/organizations/{organizationId}/users:external/{externalId}")
	void deleteByExternalId(@PathVariable String organizationId, @PathVariable String externalId);

	/**
	 * Return the first page of an organization's users, in the server's default size.
	 * {@code GET /api/v1/organizations/{organization_id}/users}
	 * @param organizationId the identifier of the organization
	 * @return the page
	 */
	default UserPage listUsers(String organizationId) {
		return listUsers(organizationId, null, null);
	}

	/**
	 * Return a page of an organization's users. {@code GET
	 * /api/v1/organizations/{organization_id}/users}
	 * @param organizationId the identifier of the organization
	 * @param pageSize how many users a page holds, 1 to 100, or {@code null} for the
	 * server's default
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/organizations/{organizationId}/users")
	UserPage listUsers(@PathVariable String organizationId,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all users of an organization. They are fetched page by page, as they are
	 * read. {@code GET /api/v1/organizations/{organization_id}/users}
	 * @param organizationId the identifier of the organization
	 * @return the users, to be read once and by one thread
	 */
	default Stream<User> allUsers(String organizationId) {
		return Paging.stream("/api/v1/organizations/{organization_id}/users",
				(pageToken) -> listUsers(organizationId, Paging.PAGE_SIZE, pageToken));
	}

	/**
	 * Return the first page of an organization's users that a text is found in, in the
	 * server's default size. {@code GET
	 * /api/v1/organizations/{organization_id}/users:search}
	 * @param organizationId the identifier of the organization
	 * @param query the text to look for in the e-mail address, the identifier and the
	 * external id, whatever its case; 3 to 100 characters
	 * @return the page
	 * @throws ScalekitApiException.BadRequest if the text is too short or too long
	 * @throws ScalekitApiException.NotFound if there is no such organization
	 */
	default UserPage searchUsers(String organizationId, String query) {
		return searchUsers(organizationId, query, null, null);
	}

	/**
	 * Return a page of an organization's users that a text is found in. {@code GET
	 * /api/v1/organizations/{organization_id}/users:search}
	 * @param organizationId the identifier of the organization
	 * @param query the text to look for in the e-mail address, the identifier and the
	 * external id, whatever its case; 3 to 100 characters
	 * @param pageSize how many users a page holds, 1 to 30, or {@code null} for the
	 * server's default
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 * @throws ScalekitApiException.BadRequest if the text is too short or too long
	 * @throws ScalekitApiException.NotFound if there is no such organization
	 */
	@GetExchange("/organizations/{organizationId}/users:search")
	UserPage searchUsers(@PathVariable String organizationId, @RequestParam(name = "query") String query,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all users of an organization that a text is found in. They are fetched page
	 * by page, as they are read. {@code GET
	 * /api/v1/organizations/{organization_id}/users:search}
	 * @param organizationId the identifier of the organization
	 * @param query the text to look for in the e-mail address, the identifier and the
	 * external id, whatever its case; 3 to 100 characters
	 * @return the users, to be read once and by one thread
	 */
	default Stream<User> searchAllUsers(String organizationId, String query) {
		return Paging.stream("/api/v1/organizations/{organization_id}/users:search",
				(pageToken) -> searchUsers(organizationId, query, Paging.SMALL_PAGE_SIZE, pageToken));
	}

	/**
	 * Return the roles of a user in an organization: those that the user was given, and
	 * those they extend. {@code GET
	 * /api/v1/organizations/{organization_id}/users/{user_id}/roles}
	 * @param organizationId the identifier of the organization
	 * @param userId the identifier of the user
	 * @return the roles
	 * @throws ScalekitApiException.NotFound if there is no such membership
	 */
	@Enveloped("roles")
	@GetExchange("/organizations/{organizationId}/users/{userId}/roles")
	List<RoleReference> listRoles(@PathVariable String organizationId, @PathVariable String userId);

	/**
	 * Return the permissions of a user in an organization, which come with the user's
	 * roles. {@code GET
	 * /api/v1/organizations/{organization_id}/users/{user_id}/permissions}
	 * @param organizationId the identifier of the organization
	 * @param userId the identifier of the user
	 * @return the permissions
	 * @throws ScalekitApiException.NotFound if there is no such membership
	 */
	@Enveloped("permissions")
	@GetExchange("/organizations/{organizationId}/users/{userId}/permissions")
	List<UserPermission> listPermissions(@PathVariable String organizationId, @PathVariable String userId);

	/**
	 * Send the invitation of a user to an organization again by e-mail. One that has
	 * expired is replaced by a new one. {@code PATCH
	 * /api/v1/invites/organizations/{organization_id}/users/{id}/resend}
	 * @param organizationId the identifier of the organization
	 * @param userId the identifier of the user
	 * @return the invitation
	 * @throws ScalekitApiException.NotFound if there is no such invitation
	 */
	@EmptyObject
	@PatchExchange("/invites/organizations/{organizationId}/users/{userId}/resend")
	Invitation resendInvitation(@PathVariable String organizationId, @PathVariable String userId);

}
