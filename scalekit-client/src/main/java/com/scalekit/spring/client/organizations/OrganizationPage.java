package com.scalekit.spring.client.organizations;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Page;

/**
 * A page of organizations.
 *
 * @param organizations the organizations of the page, never {@code null}
 * @param nextPageToken the token to ask for the next page with, {@code null} on the last
 * page
 * @param prevPageToken the token to ask for the previous page with, {@code null} on the
 * first page
 * @param totalSize the number of organizations on all pages
 */
public record OrganizationPage(List<Organization> organizations, @Nullable String nextPageToken,
		@Nullable String prevPageToken, long totalSize) implements Page<Organization> {

	@Override
	public List<Organization> elements() {
		return this.organizations;
	}

}
