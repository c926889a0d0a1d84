package com.scalekit.spring.client.organizations;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

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

	/**
	 * Create a page as it was received. This constructor changes when Scalekit adds a
	 * field; tests create pages with {@code ScalekitJson.read}.
	 * @param organizations the organizations of the page
	 * @param nextPageToken the token of the next page, empty or {@code null} if there is
	 * none
	 * @param prevPageToken the token of the previous page, empty or {@code null} if there
	 * is none
	 * @param totalSize the number of organizations on all pages
	 */
	public OrganizationPage {
		organizations = List.copyOf(organizations);
		nextPageToken = StringUtils.hasLength(nextPageToken) ? nextPageToken : null;
		prevPageToken = StringUtils.hasLength(prevPageToken) ? prevPageToken : null;
	}

	@Override
	public List<Organization> elements() {
		return this.organizations;
	}

}
