package com.scalekit.spring.test.server;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for. A page token names the neighbour of a page and not a
 * number, so that walking through a list neither skips nor repeats an entry when others
 * are deleted meanwhile.
 */
public final class PageRequest {

	private static final int DEFAULT_SIZE = 10;

	private final long size;

	private final Position position;

	private PageRequest(long size, Position position) {
		this.size = size;
		this.position = position;
	}

	/**
	 * Read what a request asks for. A page has 10 entries unless it says otherwise.
	 * @param request the request
	 * @return the part of the list
	 */
	public static PageRequest of(ApiRequest request) {
		return of(request, DEFAULT_SIZE);
	}

	/**
	 * Read what a request asks for.
	 * @param request the request
	 * @param defaultSize the number of entries of a page unless the request says
	 * otherwise
	 * @return the part of the list
	 */
	public static PageRequest of(ApiRequest request, int defaultSize) {
		long size = request.number("page_size", 0);
		return new PageRequest((size > 0) ? size : defaultSize, Position.parse(request.parameter("page_token")));
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

		/**
		 * Return a page of something that is made of each entry.
		 * @param mapping makes what is on the page
		 * @param <R> the type of an entry of the new page
		 * @return the new page
		 */
		public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
			return new Page<>(this.items.stream().<R>map(mapping).toList(), this.nextPageToken, this.previousPageToken,
					this.totalSize);
		}

		/**
		 * Return the body of the response.
		 * @param name the name of the list
		 * @return the body
		 */
		public Map<String, Object> toBody(String name) {
			Map<String, Object> body = new LinkedHashMap<>();
			body.put("next_page_token", this.nextPageToken);
			body.put(name, this.items);
			body.put("prev_page_token", this.previousPageToken);
			body.put("total_size", this.totalSize);
			return body;
		}

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
