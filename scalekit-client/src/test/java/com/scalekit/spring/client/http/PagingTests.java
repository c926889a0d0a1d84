package com.scalekit.spring.client.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import com.scalekit.spring.client.error.ScalekitTransportException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PagingTests {

	private static final String PATH = "/api/v1/things";

	private final List<@Nullable String> fetched = new ArrayList<>();

	@Test
	void streamDeliversAllPagesInOrder() {
		assertThat(Paging.stream(PATH, (token) -> numbered(token, 3))).containsExactly(0, 1, 2, 3, 4, 5);
		assertThat(this.fetched).containsExactly(null, "1", "2");
	}

	@Test
	void fluxDeliversAllPagesInOrder() {
		StepVerifier.create(Paging.flux(PATH, (token) -> Mono.fromSupplier(() -> numbered(token, 3))))
			.expectNext(0, 1, 2, 3, 4, 5)
			.verifyComplete();
		assertThat(this.fetched).containsExactly(null, "1", "2");
	}

	@Test
	void streamFetchesNothingBeforeItIsRead() {
		Paging.stream(PATH, (token) -> numbered(token, 3));
		assertThat(this.fetched).isEmpty();
	}

	@Test
	void streamFetchesOnlyThePagesThatAreRead() {
		assertThat(Paging.stream(PATH, (token) -> numbered(token, 1000)).limit(3)).containsExactly(0, 1, 2);
		assertThat(this.fetched).containsExactly(null, "1");
	}

	@Test
	void fluxFetchesOneMorePageOnlyWhenItIsNeeded() {
		StepVerifier.create(Paging.flux(PATH, (token) -> Mono.fromSupplier(() -> numbered(token, 1000))), 0)
			.thenRequest(1)
			.expectNext(0)
			.then(() -> assertThat(this.fetched).hasSize(1))
			.thenRequest(2)
			.expectNext(1, 2)
			.thenCancel()
			.verify();
		assertThat(this.fetched).hasSizeLessThanOrEqualTo(3);
	}

	@Test
	void takingOneElementFetchesOnePage() {
		assertThat(Paging.flux(PATH, (token) -> Mono.fromSupplier(() -> numbered(token, 1000))).take(1).blockLast())
			.isZero();
		assertThat(this.fetched).hasSize(1);
	}

	@Test
	void emptyPageIsNotTheEnd() {
		assertThat(Paging.<Integer>stream(PATH,
				(token) -> (token != null) ? new TestPage(List.of(7), null) : new TestPage(List.of(), "1")))
			.containsExactly(7);
	}

	@Test
	void repeatedTokenEndsTheStream() {
		assertThatExceptionOfType(ScalekitTransportException.class)
			.isThrownBy(() -> Paging.stream(PATH, (token) -> page("same")).count())
			.withMessageContaining("GET /api/v1/things")
			.withMessageContaining("the page token repeats");
		assertThat(this.fetched).hasSize(2);
	}

	@Test
	void repeatedTokenEndsTheFlux() {
		StepVerifier.create(Paging.flux(PATH, (token) -> Mono.fromSupplier(() -> page("same"))))
			.expectNext(0)
			.thenConsumeWhile((element) -> true)
			.expectError(ScalekitTransportException.class)
			.verify();
	}

	@Test
	void cycleOfTokensEndsTheStream() {
		assertThatExceptionOfType(ScalekitTransportException.class)
			.isThrownBy(() -> Paging.stream(PATH, (token) -> page("a".equals(token) ? "b" : "a")).count());
		assertThat(this.fetched).hasSizeLessThan(6);
	}

	@Test
	void failedPageComesAfterTheElementsBeforeIt() {
		List<Integer> delivered = new ArrayList<>();
		assertThatIllegalStateException().isThrownBy(() -> Paging.stream(PATH, (token) -> {
			if ("2".equals(token)) {
				throw new IllegalStateException("page 2");
			}
			return numbered(token, 3);
		}).forEach(delivered::add));
		assertThat(delivered).containsExactly(0, 1, 2, 3);
	}

	@Test
	void manyPagesNeedNoStack() {
		assertThat(Paging.stream(PATH, (token) -> numbered(token, 20_000)).count()).isEqualTo(40_000);
		assertThat(Paging.flux(PATH, (token) -> Mono.fromSupplier(() -> numbered(token, 20_000))).count().block())
			.isEqualTo(40_000);
	}

	private TestPage numbered(@Nullable String token, int pages) {
		this.fetched.add(token);
		int page = (token != null) ? Integer.parseInt(token) : 0;
		return new TestPage(IntStream.range(2 * page, 2 * page + 2).boxed().toList(),
				(page + 1 < pages) ? String.valueOf(page + 1) : null);
	}

	private TestPage page(String nextPageToken) {
		this.fetched.add(nextPageToken);
		return new TestPage(List.of(0), nextPageToken);
	}

	record TestPage(List<Integer> elements, @Nullable String nextPageToken) implements Page<Integer> {

	}

}
