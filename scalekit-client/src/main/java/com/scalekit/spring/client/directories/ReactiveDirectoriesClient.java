package com.scalekit.spring.client.directories;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.Enveloped;
import com.scalekit.spring.client.http.Idempotent;
import com.scalekit.spring.client.http.Paging;
import com.scalekit.spring.client.http.Query;

/**
 * The directories of organizations, with their users and groups, for reactive code.
 * Nothing is sent before a returned publisher is subscribed to; each subscription is a
 * call of its own. {@link DirectoriesClient} is the blocking twin.
 * <p>
 * Every method may signal a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token. An identifier that cannot
 * be part of a path is refused with an {@link IllegalArgumentException} when the method
 * is called.
 */
@HttpExchange(url = "/api/v1")
public interface ReactiveDirectoriesClient {

	/**
	 * Return the directories of an organization. There are no pages. {@code GET
	 * /api/v1/organizations/{organization_id}/directories}
	 * @param organizationId the identifier of the organization
	 * @return the directories, all of them at once
	 */
	@Enveloped("directories")
	@GetExchange("/organizations/{organizationId}/directories")
	Mono<List<Directory>> list(@PathVariable String organizationId);

	/**
	 * Return a directory. {@code GET
	 * /api/v1/organizations/{organization_id}/directories/{id}}
	 * @param organizationId the identifier of the organization
	 * @param id the identifier of the directory, starting with {@code dir_}
	 * @return the directory
	 */
	@GetExchange("/organizations/{organizationId}/directories/{id}")
	Mono<Directory> get(@PathVariable String organizationId, @PathVariable String id);

	/**
	 * Return the first page of a directory's users, in the server's default size.
	 * {@code GET
	 * /api/v1/organizations/{organization_id}/directories/{directory_id}/users}
	 * @param organizationId the identifier of the organization
	 * @param directoryId the identifier of the directory
	 * @return the page
	 */
	default Mono<DirectoryUserPage> listUsers(String organizationId, String directoryId) {
		return listUsers(organizationId, directoryId, DirectoryUserQuery.any(), null, null);
	}

	/**
	 * Return a page of a directory's users. {@code GET
	 * /api/v1/organizations/{organization_id}/directories/{directory_id}/users}
	 * @param organizationId the identifier of the organization
	 * @param directoryId the identifier of the directory
	 * @param query which users to return
	 * @param pageSize how many users a page holds, 1 to 30, or {@code null} for the
	 * server's default of 10
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/organizations/{organizationId}/directories/{directoryId}/users")
	Mono<DirectoryUserPage> listUsers(@PathVariable String organizationId, @PathVariable String directoryId,
			@Query DirectoryUserQuery query,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all users of a directory. They are fetched page by page, as they are
	 * requested. {@code GET
	 * /api/v1/organizations/{organization_id}/directories/{directory_id}/users}
	 * @param organizationId the identifier of the organization
	 * @param directoryId the identifier of the directory
	 * @return the users, each subscription starting anew
	 */
	default Flux<DirectoryUser> allUsers(String organizationId, String directoryId) {
		return allUsers(organizationId, directoryId, DirectoryUserQuery.any());
	}

	/**
	 * Return all users of a directory that match a query. They are fetched page by page,
	 * as they are requested. {@code GET
	 * /api/v1/organizations/{organization_id}/directories/{directory_id}/users}
	 * @param organizationId the identifier of the organization
	 * @param directoryId the identifier of the directory
	 * @param query which users to return
	 * @return the users, each subscription starting anew
	 */
	default Flux<DirectoryUser> allUsers(String organizationId, String directoryId, DirectoryUserQuery query) {
		return Paging.flux("/api/v1/organizations/{organization_id}/directories/{directory_id}/users",
				(pageToken) -> listUsers(organizationId, directoryId, query, Paging.SMALL_PAGE_SIZE, pageToken));
	}

	/**
	 * Return the first page of a directory's groups, in the server's default size.
	 * {@code GET
	 * /api/v1/organizations/{organization_id}/directories/{directory_id}/groups}
	 * @param organizationId the identifier of the organization
	 * @param directoryId the identifier of the directory
	 * @return the page
	 */
	default Mono<DirectoryGroupPage> listGroups(String organizationId, String directoryId) {
		return listGroups(organizationId, directoryId, DirectoryGroupQuery.any(), null, null);
	}

	/**
	 * Return a page of a directory's groups. {@code GET
	 * /api/v1/organizations/{organization_id}/directories/{directory_id}/groups}
	 * @param organizationId the identifier of the organization
	 * @param directoryId the identifier of the directory
	 * @param query which groups to return
	 * @param pageSize how many groups a page holds, 1 to 30, or {@code null} for the
	 * server's default of 10
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/organizations/{organizationId}/directories/{directoryId}/groups")
	Mono<DirectoryGroupPage> listGroups(@PathVariable String organizationId, @PathVariable String directoryId,
			@Query DirectoryGroupQuery query,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all groups of a directory. They are fetched page by page, as they are
	 * requested. {@code GET
	 * /api/v1/organizations/{organization_id}/directories/{directory_id}/groups}
	 * @param organizationId the identifier of the organization
	 * @param directoryId the identifier of the directory
	 * @return the groups, each subscription starting anew
	 */
	default Flux<DirectoryGroup> allGroups(String organizationId, String directoryId) {
		return allGroups(organizationId, directoryId, DirectoryGroupQuery.any());
	}

	/**
	 * Return all groups of a directory that match a query. They are fetched page by page,
	 * as they are requested. {@code GET
	 * /api/v1/organizations/{organization_id}/directories/{directory_id}/groups}
	 * @param organizationId the identifier of the organization
	 * @param directoryId the identifier of the directory
	 * @param query which groups to return
	 * @return the groups, each subscription starting anew
	 */
	default Flux<DirectoryGroup> allGroups(String organizationId, String directoryId, DirectoryGroupQuery query) {
		return Paging.flux("/api/v1/organizations/{organization_id}/directories/{directory_id}/groups",
				(pageToken) -> listGroups(organizationId, directoryId, query, Paging.SMALL_PAGE_SIZE, pageToken));
	}

	/**
	 * Synchronize a directory. Scalekit may report a failure in the result and not as an
	 * error. {@code PATCH
	 * /api/v1/organizations/{organization_id}/directories/{id}:enable}
	 * @param organizationId the identifier of the organization
	 * @param id the identifier of the directory
	 * @return the state of the directory now
	 */
	@Idempotent
	@PatchExchange("/organizations/{organizationId}/directories/{id}:enable")
	Mono<DirectoryToggle> enable(@PathVariable String organizationId, @PathVariable String id);

	/**
	 * Stop synchronizing a directory. It keeps its configuration. Scalekit may report a
	 * failure in the result and not as an error. {@code PATCH
	 * /api/v1/organizations/{organization_id}/directories/{id}:disable}
	 * @param organizationId the identifier of the organization
	 * @param id the identifier of the directory
	 * @return the state of the directory now
	 */
	@Idempotent
	@PatchExchange("/organizations/{organizationId}/directories/{id}:disable")
	Mono<DirectoryToggle> disable(@PathVariable String organizationId, @PathVariable String id);

}
