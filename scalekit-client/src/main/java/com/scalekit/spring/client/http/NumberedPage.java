package com.scalekit.spring.client.http;

import java.util.List;

/**
 * A page of a list whose pages are numbered.
 *
 * @param <T> the type of the elements
 */
public interface NumberedPage<T> {

	/**
	 * The elements of the page.
	 * @return the elements, fewer than asked for on the last page
	 */
	List<T> elements();

	/**
	 * The number of the page.
	 * @return the number, counted from the one of the first page
	 */
	int pageNumber();

}
