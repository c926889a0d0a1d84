package com.scalekit.spring.client.sessions;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Page;

/**
 * A page of sessions.
 *
 * @param sessions the sessions of the page
 * @param nextPageToken the token to ask for the next page with, {@code null} on the last
 * page
 * @param prevPageToken the token to ask for the previous page with, {@code null} on the
 * first page
 * @param totalSize the number of sessions on all pages
 */
public record SessionPage(List<Session> sessions, @Nullable String nextPageToken, @Nullable String prevPageToken,
		long totalSize) implements Page<Session> {

	@Override
	public List<Session> elements() {
		return this.sessions;
	}

}
