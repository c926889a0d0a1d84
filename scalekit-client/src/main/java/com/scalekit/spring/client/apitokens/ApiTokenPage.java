package com.scalekit.spring.client.apitokens;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Page;

/**
 * A page of API tokens.
 *
 * @param tokens the tokens of the page
 * @param nextPageToken the token to ask for the next page with, {@code null} on the last
 * page
 * @param prevPageToken the token to ask for the previous page with, {@code null} on the
 * first page
 * @param totalCount the number of tokens on all pages
 */
public record ApiTokenPage(List<ApiToken> tokens, @Nullable String nextPageToken, @Nullable String prevPageToken,
		long totalCount) implements Page<ApiToken> {

	@Override
	public List<ApiToken> elements() {
		return this.tokens;
	}

}
