package com.scalekit.spring.client.permissions;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Page;

/**
 * A page of permissions.
 *
 * @param permissions the permissions of the page
 * @param nextPageToken the token to ask for the next page with, {@code null} on the last
 * page
 * @param prevPageToken the token to ask for the previous page with, {@code null} on the
 * first page
 * @param totalSize the number of permissions on all pages
 */
public record PermissionPage(List<Permission> permissions, @Nullable String nextPageToken,
		@Nullable String prevPageToken, long totalSize) implements Page<Permission> {

	@Override
	public List<Permission> elements() {
		return this.permissions;
	}

}
