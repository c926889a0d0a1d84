package com.scalekit.spring.test.server;

import java.util.Collection;
import java.util.List;

/**
 * Which part of a list is asked for by the number of a page, counted from 0.
 */
public final class NumberedPageRequest {

	private final int number;

	private final long size;

	private NumberedPageRequest(int number, long size) {
		this.number = number;
		this.size = size;
	}

	/**
	 * Read what a request asks for.
	 * @param request the request
	 * @param defaultSize the number of entries of a page unless the request says
	 * otherwise
	 * @param maxSize the largest number of entries of a page
	 * @return the part of the list
	 */
	public static NumberedPageRequest of(ApiRequest request, int defaultSize, int maxSize) {
		long size = request.number("page_size", 0);
		int number = (int) Math.max(0, request.number("page_number", 0));
		return new NumberedPageRequest(number, (size > 0) ? Math.min(size, maxSize) : defaultSize);
	}

	/**
	 * Return the number of the page.
	 * @return the number, counted from 0
	 */
	public int number() {
		return this.number;
	}

	/**
	 * Select the part of a list.
	 * @param all the whole list
	 * @param <T> the type of an entry
	 * @return the entries of the page, may be empty
	 */
	public <T> List<T> select(Collection<T> all) {
		return all.stream().skip(this.number * this.size).limit(this.size).toList();
	}

}
