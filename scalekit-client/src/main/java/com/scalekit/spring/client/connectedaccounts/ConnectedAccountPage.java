package com.scalekit.spring.client.connectedaccounts;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Page;

/**
 * A page of connected accounts.
 *
 * @param connectedAccounts the accounts of the page
 * @param nextPageToken the token to ask for the next page with, {@code null} on the last
 * page
 * @param prevPageToken the token to ask for the previous page with, {@code null} on the
 * first page
 * @param totalSize the number of accounts on all pages
 */
public record ConnectedAccountPage(List<ConnectedAccountSummary> connectedAccounts, @Nullable String nextPageToken,
		@Nullable String prevPageToken, long totalSize) implements Page<ConnectedAccountSummary> {

	@Override
	public List<ConnectedAccountSummary> elements() {
		return this.connectedAccounts;
	}

}
