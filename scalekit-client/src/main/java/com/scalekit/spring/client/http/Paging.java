package com.scalekit.spring.client.http;

import java.net.URI;
import java.util.Collections;
import java.util.Iterator;
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
	 * The size of a page when a list is walked to its end: the largest one the API
	 * documents.
	 */
	public static final int PAGE_SIZE = 100;

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
			TokenSequence tokens = new TokenSequence(path);
			Mono<Page<T>> first = Mono.defer(() -> fetch.apply(null)).map(Function.identity());
			return first.expand((page) -> {
				String token = tokens.next(page);
				return (token != null) ? fetch.apply(token) : Mono.empty();
			}).flatMapIterable(Page::elements, 1);
		});
	}

	private static final class PageIterator<T> implements Iterator<T> {

		private final Function<@Nullable String, ? extends Page<T>> fetch;

		private final TokenSequence tokens;

		private Iterator<T> elements = Collections.emptyIterator();

		private @Nullable String token;

		private boolean exhausted;

		private PageIterator(String path, Function<@Nullable String, ? extends Page<T>> fetch) {
			this.fetch = fetch;
			this.tokens = new TokenSequence(path);
		}

		@Override
		public boolean hasNext() {
			while (!this.elements.hasNext() && !this.exhausted) {
				Page<T> page = this.fetch.apply(this.token);
				this.elements = page.elements().iterator();
				this.token = this.tokens.next(page);
				this.exhausted = (this.token == null);
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
	 * Finds cycles in the sequence of page tokens with Brent's algorithm: it remembers a
	 * single token, at distances that double.
	 */
	private static final class TokenSequence {

		private final String path;

		private @Nullable String checkpoint;

		private long distance;

		private long limit = 1;

		private TokenSequence(String path) {
			this.path = path;
		}

		private @Nullable String next(Page<?> page) {
			String token = page.nextPageToken();
			if (token == null) {
				return null;
			}
			if (token.equals(this.checkpoint)) {
				throw ScalekitTransportException.unusable("the page token repeats, so the list would never end",
						HttpMethod.GET, URI.create(this.path));
			}
			if (++this.distance == this.limit) {
				this.checkpoint = token;
				this.distance = 0;
				this.limit *= 2;
			}
			return token;
		}

	}

}
