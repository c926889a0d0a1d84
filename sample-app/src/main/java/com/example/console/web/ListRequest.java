package com.example.console.web;

import java.util.List;

import com.example.console.forms.TextField;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Which part of a list to show. All of it is in the address, so it can be kept as a
 * bookmark.
 *
 * @param text what to look for, empty if all is to be listed
 * @param page the token of the page, {@code null} for the first one
 * @param number the number of the page, from 1
 * @param size how many elements a page has
 */
public record ListRequest(String text, @Nullable String page, Integer number, Integer size) {

	/** The sizes that one can choose from. */
	public static final List<Integer> SIZES = List.of(10, 20, 50, 100);

	private static final int DEFAULT_SIZE = 20;

	public ListRequest {
		text = TextField.valueOf(text);
		page = StringUtils.hasText(page) ? page : null;
		number = (page != null) ? orOne(number) : 1;
		size = orDefault(size);
	}

	private static Integer orOne(@Nullable Integer number) {
		return (number != null && number > 0) ? number : 1;
	}

	private static Integer orDefault(@Nullable Integer size) {
		return (size != null && SIZES.contains(size)) ? size : DEFAULT_SIZE;
	}

}
