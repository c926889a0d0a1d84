package com.scalekit.spring.client.tools;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Page;

/**
 * A page of tools, or of their names.
 *
 * @param tools the tools of the page, empty if only their names were asked for
 * @param toolNames the names of the tools of the page, empty unless they were asked for
 * @param nextPageToken the token to ask for the next page with, {@code null} on the last
 * page
 * @param prevPageToken the token to ask for the previous page with, {@code null} on the
 * first page
 * @param totalSize the number of tools on all pages
 */
public record ToolPage(List<Tool> tools, List<String> toolNames, @Nullable String nextPageToken,
		@Nullable String prevPageToken, long totalSize) implements Page<Tool> {

	@Override
	public List<Tool> elements() {
		return this.tools;
	}

}
