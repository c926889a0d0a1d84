package com.scalekit.spring.client.directories;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Page;

/**
 * A page of the groups of a directory.
 *
 * @param groups the groups of the page
 * @param nextPageToken the token to ask for the next page with, {@code null} on the last
 * page
 * @param prevPageToken the token to ask for the previous page with, {@code null} on the
 * first page
 * @param totalSize the number of groups on all pages
 */
public record DirectoryGroupPage(List<DirectoryGroup> groups, @Nullable String nextPageToken,
		@Nullable String prevPageToken, long totalSize) implements Page<DirectoryGroup> {

	@Override
	public List<DirectoryGroup> elements() {
		return this.groups;
	}

}
