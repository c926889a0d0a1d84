package com.scalekit.spring.client.authenticationlogs;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Page;

/**
 * A page of authentication requests, the newest first.
 *
 * @param authRequests the requests of the page
 * @param nextPageToken the token to ask for the next page with, {@code null} on the last
 * page
 * @param prevPageToken the token to ask for the previous page with, {@code null} on the
 * first page
 * @param totalSize the number of requests on all pages
 */
public record AuthenticationLogPage(@JsonProperty("authRequests") List<AuthenticationRequest> authRequests,
		@Nullable String nextPageToken, @Nullable String prevPageToken,
		long totalSize) implements Page<AuthenticationRequest> {

	@Override
	public List<AuthenticationRequest> elements() {
		return this.authRequests;
	}

}
