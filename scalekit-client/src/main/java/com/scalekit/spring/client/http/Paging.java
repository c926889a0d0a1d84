package com.scalekit.spring.client.http;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriComponentsBuilder;

import com.scalekit.spring.client.error.ScalekitTransportException;

/**
 * Walks a list page by page. A page is fetched when its first element is asked for, and
 * only one page is held at a time, so that the length of the list does not matter.
 * <p>
 * A server that hands out a page token which leads back to an earlier page would be
 * followed forever: it ends the walk with a {@link ScalekitTransportException} instead.
 */
public final class Paging {

	/**
	 * The size of a page when a list is walked to its end: the largest one that the API
	 * documents for most lists.
	 */
	public static final int PAGE_SIZE = 100;

	/**
	 * The size of a page when a search or a directory is walked to its end, whose pages
	 * are smaller than others.
	 */
	public static final int SMALL_PAGE_SIZE = 30;

	private Paging() {
	}

	/**
	 * Walk a list, blocking for each page.
	 * @param path the path of the list, for error messages
	 * @param fetch fetches the page for a token, the first page for {@code null}
	 * @param <T> the type of the elements
	 * @return the elements of all pages, for sequential use
	 */
	public static <T> Stream<T> stream(String path, Function<@Nullable String, ? extends Page<T>> fetch) {
		Iterator<T> elements = new PageIterator<>(path, fetch);
		return StreamSupport
			.stream(Spliterators.spliteratorUnknownSize(elements, Spliterator.ORDERED | Spliterator.NONNULL), false);
	}

	/**
	 * Walk a list. Each subscriber walks it anew.
	 * @param path the path of the list, for error messages
	 * @param fetch fetches the page for a token, the first page for {@code null}
	 * @param <T> the type of the elements
	 * @return the elements of all pages
	 */
	public static <T> Flux<T> flux(String path, Function<@Nullable String, ? extends Mono<? extends Page<T>>> fetch) {
		return Flux.defer(() -> {
			PageTokens tokens = new PageTokens(path);
			return Flux.<Flux<T>>generate((pages) -> {
				if (tokens.hasNext()) {
					pages.next(fetch.apply(tokens.next()).doOnNext(tokens::follow).flatMapIterable(Page::elements));
				}
				else {
					pages.complete();
				}
			}).concatMap(Paging::onDemand, 0);
		});
	}

	/**
	 * A page is fetched on subscription, which therefore waits for the first request.
	 */
	private static <T> Flux<T> onDemand(Flux<T> elements) {
		return Flux.just(elements).hide().concatMap(Function.identity(), 0);
	}

	/**
	 * Turn a list whose pages are numbered into one whose pages have tokens, for
	 * {@link #stream}. The list ends with a page that is not full.
	 * @param pageSize the size of a page
	 * @param fetch fetches the page with a number, the first page for {@code null}
	 * @param <T> the type of the elements
	 * @return fetches the page for a token
	 */
	public static <T> Function<@Nullable String, Page<T>> numbered(int pageSize,
			Function<@Nullable Integer, ? extends NumberedPage<T>> fetch) {
		return (token) -> withToken(fetch.apply(number(token)), pageSize);
	}

	/**
	 * Turn a list whose pages are numbered into one whose pages have tokens, for
	 * {@link #flux}. The list ends with a page that is not full.
	 * @param pageSize the size of a page
	 * @param fetch fetches the page with a number, the first page for {@code null}
	 * @param <T> the type of the elements
	 * @return fetches the page for a token
	 */
	public static <T> Function<@Nullable String, Mono<Page<T>>> numberedMono(int pageSize,
			Function<@Nullable Integer, ? extends Mono<? extends NumberedPage<T>>> fetch) {
		return (token) -> fetch.apply(number(token)).map((page) -> withToken(page, pageSize));
	}

	private static @Nullable Integer number(@Nullable String token) {
		return (token != null) ? Integer.valueOf(token) : null;
	}

	private static <T> Page<T> withToken(NumberedPage<T> page, int pageSize) {
		String next = (page.elements().size() >= pageSize) ? String.valueOf(page.pageNumber() + 1) : null;
		return new TokenPage<>(page.elements(), next);
	}

	private record TokenPage<T>(List<T> elements, @Nullable String nextPageToken) implements Page<T> {
	}

	private static final class PageIterator<T> implements Iterator<T> {

		private final Function<@Nullable String, ? extends Page<T>> fetch;

		private final PageTokens tokens;

		private Iterator<T> elements = Collections.emptyIterator();

		private PageIterator(String path, Function<@Nullable String, ? extends Page<T>> fetch) {
			this.fetch = fetch;
			this.tokens = new PageTokens(path);
		}

		@Override
		public boolean hasNext() {
			while (!this.elements.hasNext() && this.tokens.hasNext()) {
				Page<T> page = this.fetch.apply(this.tokens.next());
				this.tokens.follow(page);
				this.elements = page.elements().iterator();
			}
			return this.elements.hasNext();
		}

		@Override
		public T next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			return this.elements.next();
		}

	}

	/**
	 * Leads from page to page. Finds cycles in the sequence of page tokens with Brent's
	 * algorithm: it remembers a single token, at distances that double.
	 */
	private static final class PageTokens {

		private final String path;

		private boolean hasNext = true;

		private @Nullable String next;

		private @Nullable String checkpoint;

		private long distance;

		private long limit = 1;

		private PageTokens(String path) {
			this.path = path;
		}

		private boolean hasNext() {
			return this.hasNext;
		}

		private @Nullable String next() {
			this.hasNext = false;
			if (this.next != null) {
				requireNew(this.next);
			}
			return this.next;
		}

		private void follow(Page<?> page) {
			this.next = page.nextPageToken();
			this.hasNext = (this.next != null);
		}

		private void requireNew(String token) {
			if (token.equals(this.checkpoint)) {
				throw ScalekitTransportException.refused("the page token repeats, so the list would never end",
						HttpMethod.GET, UriComponentsBuilder.fromPath(this.path).build().encode().toUri());
			}
			if (++this.distance == this.limit) {
				this.checkpoint = token;
				this.distance = 0;
				this.limit *= 2;
			}
		}

	}

}
