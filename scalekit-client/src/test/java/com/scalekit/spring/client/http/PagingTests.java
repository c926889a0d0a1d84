package com.scalekit.spring.client.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
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
		StepVerifier.create(flux(3)).expectNext(0, 1, 2, 3, 4, 5).verifyComplete();
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
	void fluxFetchesNothingBeforeAnElementIsRequested() {
		StepVerifier.create(flux(1000), 0)
			.then(() -> assertThat(this.fetched).isEmpty())
			.thenRequest(1)
			.expectNext(0)
			.thenCancel()
			.verify();
		assertThat(this.fetched).hasSize(1);
	}

	@Test
	void fluxFetchesAPageWhenItsFirstElementIsRequested() {
		StepVerifier.create(flux(1000), 2)
			.expectNext(0, 1)
			.then(() -> assertThat(this.fetched).containsExactly((String) null))
			.thenRequest(1)
			.expectNext(2)
			.then(() -> assertThat(this.fetched).containsExactly(null, "1"))
			.thenRequest(3)
			.expectNext(3, 4, 5)
			.thenCancel()
			.verify();
		assertThat(this.fetched).containsExactly(null, "1", "2");
	}

	@Test
	void fluxStartsAnewForEachSubscriber() {
		Flux<Integer> flux = flux(2);
		assertThat(flux.collectList().block()).isEqualTo(flux.collectList().block()).containsExactly(0, 1, 2, 3);
		assertThat(this.fetched).containsExactly(null, "1", null, "1");
	}

	@Test
	void takingOneElementFetchesOnePage() {
		assertThat(flux(1000).take(1).blockLast()).isZero();
		assertThat(this.fetched).hasSize(1);
	}

	@Test
	void emptyPageIsNotTheEnd() {
		assertThat(Paging.<Integer>stream(PATH,
				(token) -> (token != null) ? new TestPage(List.of(7), null) : new TestPage(List.of(), "1")))
			.containsExactly(7);
	}

	@Test
	void emptyPagesAreNotTheEndOfTheFlux() {
		StepVerifier
			.create(Paging.<Integer>flux(PATH,
					(token) -> Mono
						.just((token != null) ? new TestPage(List.of(7), null) : new TestPage(List.of(), "1"))))
			.expectNext(7)
			.verifyComplete();
	}

	@Test
	void missingPageEndsTheFlux() {
		StepVerifier.create(Paging.<Integer>flux(PATH, (token) -> Mono.empty())).verifyComplete();
	}

	@Test
	void repeatedTokenEndsTheStreamAfterTheElementsBeforeIt() {
		List<Integer> delivered = new ArrayList<>();
		assertThatExceptionOfType(ScalekitTransportException.class)
			.isThrownBy(() -> Paging.stream(PATH, (token) -> page("same")).forEach(delivered::add))
			.satisfies(PagingTests::tellsThatTheTokenRepeats);
		assertThat(delivered).containsExactly(0, 0);
		assertThat(this.fetched).hasSize(2);
	}

	@Test
	void repeatedTokenEndsTheFluxAfterTheElementsBeforeIt() {
		StepVerifier.create(Paging.flux(PATH, (token) -> Mono.fromSupplier(() -> page("same"))))
			.expectNext(0, 0)
			.verifyErrorSatisfies((failure) -> tellsThatTheTokenRepeats((ScalekitTransportException) failure));
		assertThat(this.fetched).hasSize(2);
	}

	private static void tellsThatTheTokenRepeats(ScalekitTransportException failure) {
		assertThat(failure)
			.hasMessage("GET /api/v1/things: the page token repeats, so the list would never end (not sent, 0 ms)");
		assertThat(failure.isPossiblyExecuted()).isFalse();
		assertThat(failure.isRetryable()).isFalse();
	}

	@Test
	void repeatedTokenIsToldForAPathWithVariables() {
		assertThatExceptionOfType(ScalekitTransportException.class)
			.isThrownBy(() -> Paging.stream("/api/v1/things/{id}/parts", (token) -> page("same")).count())
			.withMessageStartingWith("GET /api/v1/things/%7Bid%7D/parts: the page token repeats");
	}

	@Test
	void cycleOfTokensEndsTheStream() {
		List<String> cycle = List.of("a", "b", "c", "d", "e");
		assertThatExceptionOfType(
				ScalekitTransportException.class)
			.isThrownBy(() -> Paging
				.stream(PATH, (token) -> page((token != null) ? cycle.get((cycle.indexOf(token) + 1) % 5) : "start"))
				.count())
			.satisfies(PagingTests::tellsThatTheTokenRepeats);
		assertThat(this.fetched).hasSize(12);
	}

	@Test
	void tokensOfALongListDoNotRepeat() {
		assertThat(Paging.stream(PATH, (token) -> numbered(token, 100)).count()).isEqualTo(200);
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
		assertThat(Paging.stream(PATH, (token) -> numbered(token, 50_000)).count()).isEqualTo(100_000);
		assertThat(flux(50_000).count().block()).isEqualTo(100_000);
		assertThat(flux(50_000).limitRate(1).count().block()).isEqualTo(100_000);
	}

	@Test
	void numberedPagesAreFollowedToTheOneThatIsNotFull() {
		assertThat(Paging.stream(PATH, Paging.numbered(2, this::numberedPage))).containsExactly(0, 1, 2, 3, 4);
		assertThat(this.fetched).containsExactly(null, "1", "2");
	}

	@Test
	void numberedPagesOfAFluxAreFollowedToTheOneThatIsNotFull() {
		Flux<Integer> flux = Paging.flux(PATH,
				Paging.numberedMono(2, (number) -> Mono.fromSupplier(() -> numberedPage(number))));
		StepVerifier.create(flux).expectNext(0, 1, 2, 3, 4).verifyComplete();
		assertThat(this.fetched).containsExactly(null, "1", "2");
	}

	@Test
	void numbersMayBeCountedFromOne() {
		assertThat(Paging.stream(PATH,
				Paging.numbered(1,
						(number) -> new TestNumberedPage((number != null && number == 3) ? List.of() : List.of(7),
								(number != null) ? number : 1))))
			.containsExactly(7, 7);
	}

	@Test
	void numberThatStaysTheSameEndsTheStream() {
		assertThatExceptionOfType(ScalekitTransportException.class).isThrownBy(
				() -> Paging.stream(PATH, Paging.numbered(1, (number) -> new TestNumberedPage(List.of(0), 0))).count())
			.satisfies(PagingTests::tellsThatTheTokenRepeats);
	}

	private TestNumberedPage numberedPage(@Nullable Integer number) {
		this.fetched.add((number != null) ? number.toString() : null);
		int page = (number != null) ? number : 0;
		return new TestNumberedPage(IntStream.range(2 * page, Math.min(5, 2 * page + 2)).boxed().toList(), page);
	}

	private Flux<Integer> flux(int pages) {
		return Paging.flux(PATH, (token) -> Mono.fromSupplier(() -> numbered(token, pages)));
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

	record TestNumberedPage(List<Integer> elements, int pageNumber) implements NumberedPage<Integer> {

	}

}
