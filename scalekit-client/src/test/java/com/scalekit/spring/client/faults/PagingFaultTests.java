package com.scalekit.spring.client.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.util.unit.DataSize;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.Page;
import com.scalekit.spring.client.http.Paging;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Lists whose page tokens lead nowhere, in circles or too far.
 */
class PagingFaultTests {

	private static final String PATH = "/api/v1/organizations";

	private final TestApi api = new TestApi();

	private final ScalekitClients scalekit = this.api.clients().maxResponseSize(DataSize.ofMegabytes(1)).build();

	private final OrganizationsClient organizations = this.scalekit.create(OrganizationsClient.class);

	@AfterEach
	void close() {
		this.scalekit.close();
		this.api.close();
	}

	@Test
	@Fault(70)
	void tokenThatRepeatsEndsTheList() {
		page(null, "a", "org_1");
		page("a", "a", "org_2");
		assertNeverEndingListIsFound();
	}

	@Test
	@Fault(70)
	void tokensInACircleEndTheList() {
		page(null, "a", "org_1");
		page("a", "b", "org_2");
		page("b", "c", "org_3");
		page("c", "a", "org_4");
		assertNeverEndingListIsFound();
	}

	private void assertNeverEndingListIsFound() {
		assertThatExceptionOfType(ScalekitTransportException.class).isThrownBy(() -> this.organizations.all().count())
			.withMessageContaining("the page token repeats")
			.satisfies((failure) -> assertThat(failure.isPossiblyExecuted()).isFalse());
		StepVerifier.create(this.scalekit.create(ReactiveOrganizationsClient.class).all())
			.thenConsumeWhile((organization) -> true)
			.expectError(ScalekitTransportException.class)
			.verify();
		assertThat(pages()).isLessThan(30);
	}

	@Test
	@Fault(70)
	void emptyPagesAreNotTheEnd() {
		page(null, "a");
		page("a", "b");
		page("b", "", "org_1");
		assertThat(this.organizations.all()).extracting(Organization::id).containsExactly("org_1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"organizations\":null,\"next_page_token\":null}",
			"{\"organizations\":[],\"next_page_token\":\"\"}" })
	@Fault(70)
	void noTokenIsTheEnd(String page) {
		this.api.stub(get(urlPathEqualTo(PATH)).willReturn(okJson(page)));
		assertThat(this.organizations.all()).isEmpty();
		assertThat(pages()).isEqualTo(1);
	}

	@Test
	@Fault(70)
	void hugeTokenIsLimitedByTheSizeOfTheResponse() {
		page(null, "x".repeat(2_000_000), "org_1");
		assertThatExceptionOfType(ScalekitTransportException.class).isThrownBy(() -> this.organizations.all().count())
			.withMessageContaining("larger than the configured maximum response size");
	}

	@Test
	@Fault(70)
	void streamFetchesOnlyThePagesThatAreRead() {
		page(null, "a", "org_1", "org_2");
		page("a", "b", "org_3");
		assertThat(this.organizations.all().limit(2)).hasSize(2);
		assertThat(pages()).isEqualTo(1);
	}

	@Test
	@Fault(70)
	void fluxFetchesOnlyThePagesThatAreRequested() {
		page(null, "a", "org_1", "org_2");
		page("a", "b", "org_3");
		page("b", "", "org_4");
		StepVerifier.create(this.scalekit.create(ReactiveOrganizationsClient.class).all(), 2)
			.expectNextCount(2)
			.then(() -> assertThat(pages()).isEqualTo(1))
			.thenRequest(1)
			.expectNextCount(1)
			.then(() -> assertThat(pages()).isEqualTo(2))
			.thenCancel()
			.verify();
		assertThat(pages()).isEqualTo(2);
	}

	@Test
	@Fault(70)
	void readersOfAPageMayTakeLongerThanACall() {
		page(null, "a", "org_1");
		page("a", "b", "org_2");
		page("b", "", "org_3");
		try (ScalekitClients hasty = this.api.clients().requestTimeout(Duration.ofSeconds(2)).build()) {
			StepVerifier
				.create(hasty.create(ReactiveOrganizationsClient.class)
					.all()
					.concatMap((organization) -> Mono.just(organization).delayElement(Duration.ofMillis(2200)), 1)
					.map(Organization::id))
				.expectNext("org_1", "org_2", "org_3")
				.verifyComplete();
		}
	}

	@Test
	@Fault(70)
	void elementsBeforeAFailedPageAreDelivered() {
		page(null, "a", "org_1", "org_2");
		this.api.stub(get(urlPathEqualTo(PATH)).withQueryParam("page_token", equalTo("a"))
			.willReturn(jsonResponse("{}", 403)));
		List<Organization> delivered = new ArrayList<>();
		assertThatExceptionOfType(ScalekitApiException.Forbidden.class)
			.isThrownBy(() -> this.organizations.all().forEach(delivered::add));
		assertThat(delivered).hasSize(2);
		StepVerifier.create(this.scalekit.create(ReactiveOrganizationsClient.class).all())
			.expectNextCount(2)
			.expectError(ScalekitApiException.Forbidden.class)
			.verify();
	}

	@Test
	@Fault(71)
	void lengthOfTheListDoesNotMatter() {
		assertThat(Paging.stream(PATH, PagingFaultTests::numbered).mapToInt((number) -> number).max()).hasValue(99_999);
		assertThat(Paging.flux(PATH, (token) -> Mono.fromSupplier(() -> numbered(token))).count().block())
			.isEqualTo(100_000);
	}

	private static Numbers numbered(String token) {
		int page = (token != null) ? Integer.parseInt(token) : 0;
		return new Numbers(List.of(2 * page, 2 * page + 1), (page < 49_999) ? String.valueOf(page + 1) : null);
	}

	private void page(String token, String nextToken, String... ids) {
		String elements = String.join(",",
				List.of(ids).stream().map((id) -> "{\"id\":\"%s\",\"display_name\":\"x\"}".formatted(id)).toList());
		this.api.stub(get(urlPathEqualTo(PATH))
			.withQueryParam("page_token", (token != null) ? equalTo(token) : absent())
			.willReturn(okJson("{\"organizations\":[%s],\"next_page_token\":\"%s\"}".formatted(elements, nextToken))));
	}

	private int pages() {
		return this.api.server().countRequestsMatching(anyRequestedFor(urlPathEqualTo(PATH)).build()).getCount();
	}

	record Numbers(List<Integer> elements, String nextPageToken) implements Page<Integer> {

	}

}
