package com.scalekit.spring.client.mcpconfigurations;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Page;

/**
 * A page of configurations of MCP servers.
 *
 * @param configs the configurations of the page
 * @param nextPageToken the token to ask for the next page with, {@code null} on the last
 * page
 * @param prevPageToken the token to ask for the previous page with, {@code null} on the
 * first page
 * @param totalSize the number of configurations on all pages
 */
public record McpConfigurationPage(List<McpConfiguration> configs, @Nullable String nextPageToken,
		@Nullable String prevPageToken, long totalSize) implements Page<McpConfiguration> {

	@Override
	public List<McpConfiguration> elements() {
		return this.configs;
	}

}
