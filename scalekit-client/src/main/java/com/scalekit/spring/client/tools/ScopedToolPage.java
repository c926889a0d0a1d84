package com.scalekit.spring.client.tools;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Page;

/**
 * A page of the tools that a user can use, each with its connected account.
 *
 * @param tools the tools of the page
 * @param nextPageToken the token to ask for the next page with, {@code null} on the last
 * page
 * @param prevPageToken the token to ask for the previous page with, {@code null} on the
 * first page
 * @param totalSize the number of tools on all pages
 */
public record ScopedToolPage(List<ScopedTool> tools, @Nullable String nextPageToken, @Nullable String prevPageToken,
		long totalSize) implements Page<ScopedTool> {

	@Override
	public List<ScopedTool> elements() {
		return this.tools;
	}

}
