package com.scalekit.spring.client.users;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Page;

/**
 * A page of users.
 *
 * @param users the users of the page
 * @param nextPageToken the token to ask for the next page with, {@code null} on the last
 * page
 * @param prevPageToken the token to ask for the previous page with, {@code null} on the
 * first page
 * @param totalSize the number of users on all pages
 */
public record UserPage(List<User> users, @Nullable String nextPageToken, @Nullable String prevPageToken,
		long totalSize) implements Page<User> {

	@Override
	public List<User> elements() {
		return this.users;
	}

}
