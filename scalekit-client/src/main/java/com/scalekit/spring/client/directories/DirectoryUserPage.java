package com.scalekit.spring.client.directories;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Page;

/**
 * A page of the users of a directory.
 *
 * @param users the users of the page
 * @param nextPageToken the token to ask for the next page with, {@code null} on the last
 * page
 * @param prevPageToken the token to ask for the previous page with, {@code null} on the
 * first page
 * @param totalSize the number of users on all pages
 */
public record DirectoryUserPage(List<DirectoryUser> users, @Nullable String nextPageToken,
		@Nullable String prevPageToken, long totalSize) implements Page<DirectoryUser> {

	@Override
	public List<DirectoryUser> elements() {
		return this.users;
	}

}
