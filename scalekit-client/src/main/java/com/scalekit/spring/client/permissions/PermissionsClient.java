package com.scalekit.spring.client.permissions;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.BodyMember;
import com.scalekit.spring.client.http.Paging;

/**
 * The permissions of an environment, which roles consist of.
 * {@link ReactivePermissionsClient} is the reactive twin; use that one on event-loop
 * threads.
 * <p>
 * Every method may throw a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token. An identifier that cannot
 * be part of a path is refused with an {@link IllegalArgumentException}.
 */
@HttpExchange(url = "/api/v1")
public interface PermissionsClient {

	/**
	 * Return the first page of permissions, in the server's default size. {@code GET
	 * /api/v1/permissions}
	 * @return the page
	 */
	default PermissionPage list() {
		return list(null, null);
	}

	/**
	 * Return a page of permissions. {@code GET /api/v1/permissions}
	 * @param pageSize how many permissions a page holds, 1 to 100, or {@code null} for
	 * the server's default
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	default PermissionPage list(@Nullable Integer pageSize, @Nullable String pageToken) {
		return list(null, pageSize, pageToken);
	}

	/**
	 * Return a page of the permissions of one type. {@code GET /api/v1/permissions}
	 * @param type the type, or {@code null} for all permissions
	 * @param pageSize how many permissions a page holds, 1 to 100, or {@code null} for
	 * the server's default
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/permissions")
	PermissionPage list(@RequestParam(name = "type", required = false) @Nullable PermissionType type,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all permissions. They are fetched page by page, as they are read. {@code GET
	 * /api/v1/permissions}
	 * @return the permissions, to be read once and by one thread
	 */
	default Stream<Permission> all() {
		return Paging.stream("/api/v1/permissions", (pageToken) -> list(Paging.PAGE_SIZE, pageToken));
	}

	/**
	 * Return a permission. {@code GET /api/v1/permissions/{permission_name}}
	 * @param name the name of the permission
	 * @return the permission
	 * @throws ScalekitApiException.NotFound if there is no such permission
	 */
	@GetExchange("/permissions/{name}")
	Permission get(@PathVariable String name);

	/**
	 * Create a permission. {@code POST /api/v1/permissions}
	 * @param permission the permission to be created
	 * @return the created permission
	 * @throws ScalekitApiException.Conflict if there is a permission of that name
	 */
	@PostExchange("/permissions")
	Permission create(@RequestBody CreatePermission permission);

	/**
	 * Change the description of a permission. Its name cannot be changed. {@code PUT
	 * /api/v1/permissions/{permission_name}}
	 * @param name the name of the permission
	 * @param description the new description, at most 2000 characters
	 * @return the changed permission
	 * @throws ScalekitApiException.NotFound if there is no such permission
	 */
	@PutExchange("/permissions/{name}")
	Permission update(@PathVariable @BodyMember("name") String name, @BodyMember("description") String description);

	/**
	 * Delete a permission. Roles lose it. {@code DELETE
	 * /api/v1/permissions/{permission_name}}
	 * @param name the name of the permission
	 * @throws ScalekitApiException.NotFound if there is no such permission
	 */
	@DeleteExchange("/permissions/{name}")
	void delete(@PathVariable String name);

}
