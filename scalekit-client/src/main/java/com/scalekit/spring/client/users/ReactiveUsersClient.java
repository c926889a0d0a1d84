package com.scalekit.spring.client.users;

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

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.Paging;

/**
 * The users of an environment, for reactive code. Nothing is sent before a returned
 * publisher is subscribed to; each subscription is a call of its own. {@link UsersClient}
 * is the blocking twin.
 * <p>
 * Every method may signal a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token. An identifier that cannot
 * be part of a path is refused with an {@link IllegalArgumentException} when the method
 * is called.
 */
@HttpExchange(url = "/api/v1")
public interface ReactiveUsersClient {

	/**
	 * Return the first page of users, in the server's default size. {@code GET
	 * /api/v1/users}
	 * @return the page
	 */
	default Mono<UserPage> list() {
		return list(null, null);
	}

	/**
	 * Return a page of users. {@code GET /api/v1/users}
	 * @param pageSize how many users a page holds, 10 to 100, or {@code null} for the
	 * server's default
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/users")
	Mono<UserPage> list(@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all users. They are fetched page by page, as they are requested. {@code GET
	 * /api/v1/users}
	 * @return the users, each subscription starting anew
	 */
	default Flux<User> all() {
		return Paging.flux("/api/v1/users", (pageToken) -> list(Paging.PAGE_SIZE, pageToken));
	}

	/**
	 * Return the first page of the users that a text is found in, in the server's default
	 * size. {@code GET /api/v1/users:search}
	 * @param query the text to look for in the e-mail address, the identifier and the
	 * external id, whatever its case; 3 to 100 characters
	 * @return the page
	 */
	default Mono<UserPage> search(String query) {
		return search(query, null, null);
	}

	/**
	 * Return a page of the users that a text is found in. {@code GET
	 * /api/v1/users:search}
	 * @param query the text to look for in the e-mail address, the identifier and the
	 * external id, whatever its case; 3 to 100 characters
	 * @param pageSize how many users a page holds, 1 to 30, or {@code null} for the
	 * server's default
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/users:search")
	Mono<UserPage> search(@RequestParam(name = "query") String query,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all users that a text is found in. They are fetched page by page, as they
	 * are requested. {@code GET /api/v1/users:search}
	 * @param query the text to look for in the e-mail address, the identifier and the
	 * external id, whatever its case; 3 to 100 characters
	 * @return the users, each subscription starting anew
	 */
	default Flux<User> searchAll(String query) {
		return Paging.flux("/api/v1/users:search", (pageToken) -> search(query, Paging.SMALL_PAGE_SIZE, pageToken));
	}

	/**
	 * Return a user. {@code GET /api/v1/users/{id}}
	 * @param id the identifier of the user, starting with {@code usr_}
	 * @return the user
	 */
	@GetExchange("/users/{id}")
	Mono<User> get(@PathVariable String id);

	/**
	 * Return a user by the application's own identifier. {@code GET
	 * /api/v1/users:external/{external_id}}
	 * @param externalId the application's own identifier; any characters but control
	 * characters
	 * @return the user
	 */
	@GetExchange("/users:external/{externalId}")
	Mono<User> getByExternalId(@PathVariable String externalId);

	/**
	 * Create a user who is a member of an organization, and send an invitation by e-mail.
	 * {@code POST /api/v1/organizations/{organization_id}/users}
	 * @param organizationId the identifier of the organization
	 * @param user the user to be created
	 * @return the created user, with the membership
	 */
	default Mono<User> create(String organizationId, CreateUser user) {
		return create(organizationId, user, null);
	}

	/**
	 * Create a user who is a member of an organization. {@code POST
	 * /api/v1/organizations/{organization_id}/users}
	 * @param organizationId the identifier of the organization
	 * @param user the user to be created
	 * @param sendInvitationEmail whether to send an invitation by e-mail, or {@code null}
	 * for the server's default, which is to send one
	 * @return the created user, with the membership
	 */
	@PostExchange("/organizations/{organizationId}/users")
	Mono<User> create(@PathVariable String organizationId, @RequestBody CreateUser user,
			@RequestParam(name = "send_invitation_email", required = false) @Nullable Boolean sendInvitationEmail);

	/**
	 * Change a user. {@code PATCH /api/v1/users/{id}}
	 * @param id the identifier of the user
	 * @param changes the changes; what they leave out stays as it is
	 * @return the changed user
	 */
	@PatchExchange("/users/{id}")
	Mono<User> update(@PathVariable String id, @RequestBody UpdateUser changes);

	/**
	 * Change a user by the application's own identifier. {@code PATCH
	 * /api/v1/users:external/{external_id}}
	 * @param externalId the application's own identifier
	 * @param changes the changes; what they leave out stays as it is
	 * @return the changed user
	 */
	@PatchExchange("/users:external/{externalId}")
	Mono<User> updateByExternalId(@PathVariable String externalId, @RequestBody UpdateUser changes);

	/**
	 * Delete a user with all memberships, which cannot be undone. {@code DELETE
	 * /api/v1/users/{id}}
	 * @param id the identifier of the user
	 * @return a signal that it is done
	 */
	@DeleteExchange("/users/{id}")
	Mono<Void> delete(@PathVariable String id);

	/**
	 * Delete a user with all memberships by the application's own identifier, which
	 * cannot be undone. {@code DELETE /api/v1/users:external/{external_id}}
	 * @param externalId the application's own identifier
	 * @return a signal that it is done
	 */
	@DeleteExchange("/users:external/{externalId}")
	Mono<Void> deleteByExternalId(@PathVariable String externalId);

}
