package com.scalekit.spring.client.apiclients;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Page;

/**
 * A page of API clients.
 *
 * @param clients the clients of the page
 * @param nextPageToken the token to ask for the next page with, {@code null} on the last
 * page
 * @param prevPageToken the token to ask for the previous page with, {@code null} on the
 * first page
 * @param totalSize the number of clients on all pages
 */
public record ApiClientPage(List<ApiClient> clients, @Nullable String nextPageToken, @Nullable String prevPageToken,
		long totalSize) implements Page<ApiClient> {

	@Override
	public List<ApiClient> elements() {
		return this.clients;
	}

}
