package com.scalekit.spring.client.http;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param <T> the type of the elements
 */
public interface Page<T> {

	/**
	 * The elements of the page.
	 * @return the elements, possibly none even if there is a further page
	 */
	List<T> elements();

	/**
	 * The opaque token to ask for the next page with.
	 * @return the token, or {@code null} if this is the last page
	 */
	@Nullable String nextPageToken();

}
