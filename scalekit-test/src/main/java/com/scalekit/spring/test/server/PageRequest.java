package com.scalekit.spring.test.server;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for. A page token names the neighbour of a page and not a
 * number, so that walking through a list neither skips nor repeats an entry when others
 * are deleted meanwhile.
 */
public final class PageRequest {

	private final long size;

	private final Position position;

	private PageRequest(long size, Position position) {
		this.size = size;
		this.position = position;
	}

	private static final int DEFAULT_SIZE = 10;

	/**
	 * Read what a request asks for.
	 * @param request the request
	 * @return the part of the list
	 */
	public static PageRequest of(ApiRequest request) {
		return new PageRequest(size(request.parameter("page_size")), Position.parse(request.parameter("page_token")));
	}

	private static long size(String parameter) {
		if (parameter.isEmpty()) {
			return DEFAULT_SIZE;
		}
		try {
			long size = Integer.toUnsignedLong(Integer.parseUnsignedInt(parameter));
			return (size > 0) ? size : DEFAULT_SIZE;
		}
		catch (NumberFormatException ex) {
			throw ApiException.invalidArgument(
					"type mismatch, parameter: page_size, error: parsing \"%s\": invalid syntax".formatted(parameter));
		}
	}

	/**
	 * Select the part of a list.
	 * @param all the whole list, by the id of each entry
	 * @param <T> the type of an entry
	 * @return the page
	 */
	public <T> Page<T> select(NavigableMap<String, T> all) {
		List<String> keys = keys(all);
		if (keys.isEmpty()) {
			return new Page<>(List.of(), "", "", all.size());
		}
		String first = keys.get(0);
		String last = keys.get(keys.size() - 1);
		String next = (all.higherKey(last) != null) ? new Position(last, null).toToken() : "";
		String previous = (all.lowerKey(first) != null) ? new Position(null, first).toToken() : "";
		return new Page<>(List.copyOf(all.subMap(first, true, last, true).values()), next, previous, all.size());
	}

	private List<String> keys(NavigableMap<String, ?> all) {
		if (this.position.before() != null) {
			List<String> keys = firstKeys(all.headMap(this.position.before(), false).descendingMap());
			Collections.reverse(keys);
			return keys;
		}
		return firstKeys((this.position.after() != null) ? all.tailMap(this.position.after(), false) : all);
	}

	private List<String> firstKeys(NavigableMap<String, ?> map) {
		List<String> keys = new ArrayList<>();
		for (String key : map.keySet()) {
			if (keys.size() == this.size) {
				break;
			}
			keys.add(key);
		}
		return keys;
	}

	/**
	 * A part of a list.
	 *
	 * @param items the entries
	 * @param nextPageToken names the next page, or {@code ""}
	 * @param previousPageToken names the page before, or {@code ""}
	 * @param totalSize the number of entries of the whole list
	 * @param <T> the type of an entry
	 */
	public record Page<T>(List<T> items, String nextPageToken, String previousPageToken, int totalSize) {
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	private record Position(@Nullable String after, @Nullable String before) {

		private static final Position START = new Position(null, null);

		static Position parse(String token) {
			if (token.isEmpty()) {
				return START;
			}
			try {
				return Json.readStrictly(Base64.getDecoder().decode(token), Position.class);
			}
			catch (IllegalArgumentException | ApiException ex) {
				throw ApiException.invalidArgument("invalid page_token");
			}
		}

		String toToken() {
			return Base64.getEncoder().encodeToString(Json.write(this));
		}

	}

}
