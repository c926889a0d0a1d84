package com.scalekit.spring.client.http;

import java.time.Duration;

import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeadlineTests {

	private final TestApi api = new TestApi();

	private final ScalekitClients scalekit = this.api.clients().requestTimeout(Duration.ofMillis(300)).build();

	/**
	 * The first call of a JVM, with its token request, may itself take too long.
	 */
	@BeforeEach
	void warmUp() {
		try (ScalekitClients patient = this.api.clients().build()) {
			page(absent(), "org_1", "");
			patient.create(OrganizationsClient.class).list();
		}
		OAuth2AuthorizeRequest request = OAuth2AuthorizeRequest.withClientRegistrationId("scalekit")
			.principal("anyone")
			.build();
		this.scalekit.authorizedClientManager().authorize(request);
	}

	@AfterEach
	void close() {
		this.scalekit.close();
		this.api.close();
	}

	@Test
	void callWithoutAnAnswerEnds() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson("{}").withFixedDelay(5000)));
		assertTimesOut();
	}

	@Test
	void callWithABodyThatDribblesEnds() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson("""
				{"organization":{"id":"org_1","display_name":"Acme"}}""").withChunkedDribbleDelay(40, 8000)));
		assertTimesOut();
	}

	@Test
	void errorWhoseBodyDribblesKeepsItsStatus() {
		this.api.stub(any(urlPathMatching("/api/v1/.*"))
			.willReturn(jsonResponse("\"" + "x".repeat(1000) + "\"", 503).withChunkedDribbleDelay(500, 10_000)));
		assertThatExceptionOfType(ScalekitApiException.ServerError.class)
			.isThrownBy(() -> this.scalekit.create(OrganizationsClient.class).get("org_1"))
			.satisfies((exception) -> {
				assertThat(exception.getStatusCode().value()).isEqualTo(503);
				assertThat(exception.getElapsed()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
				assertThat(exception.getAttempts()).isEqualTo(1);
			});
	}

	@Test
	void deadlineEndsWithTheResponseWhateverTheDemand() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson("""
				{"organization":{"id":"org_1","display_name":"Acme"}}""")));
		StepVerifier.create(this.scalekit.create(ReactiveOrganizationsClient.class).get("org_1"), 0)
			.thenAwait(Duration.ofMillis(800))
			.thenRequest(1)
			.expectNextCount(1)
			.verifyComplete();
		this.api.verify(1, getRequestedFor(urlPathEqualTo("/api/v1/organizations/org_1")));
	}

	@Test
	void readersOfAListMayTakeTheirTimeForEachPage() {
		page(absent(), "org_1", "a");
		page(equalTo("a"), "org_2", "b");
		page(equalTo("b"), "org_3", "");
		StepVerifier.create(this.scalekit.create(ReactiveOrganizationsClient.class).all().map(Organization::id), 0)
			.thenRequest(1)
			.expectNext("org_1")
			.thenAwait(Duration.ofMillis(800))
			.thenRequest(1)
			.expectNext("org_2")
			.thenAwait(Duration.ofMillis(800))
			.thenRequest(2)
			.expectNext("org_3")
			.verifyComplete();
	}

	private void page(StringValuePattern token, String id, String nextToken) {
		this.api.stub(get(urlPathEqualTo("/api/v1/organizations")).withQueryParam("page_token", token)
			.willReturn(okJson("""
					{"organizations":[{"id":"%s","display_name":"Acme"}],"next_page_token":"%s"}""".formatted(id,
					nextToken))));
	}

	private void assertTimesOut() {
		assertThatExceptionOfType(ScalekitTransportException.class)
			.isThrownBy(() -> this.scalekit.create(OrganizationsClient.class).get("org_1"))
			.withMessageContaining("no complete response within the request timeout of 300 ms")
			.satisfies((exception) -> assertThat(exception.isPossiblyExecuted()).isTrue());
	}

}
