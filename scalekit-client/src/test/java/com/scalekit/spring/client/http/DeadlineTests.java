package com.scalekit.spring.client.http;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.organizations.OrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeadlineTests {

	private final TestApi api = new TestApi();

	private final ScalekitClients scalekit = this.api.clients().requestTimeout(Duration.ofMillis(300)).build();

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

	private void assertTimesOut() {
		assertThatExceptionOfType(ScalekitTransportException.class)
			.isThrownBy(() -> this.scalekit.create(OrganizationsClient.class).get("org_1"))
			.withMessageContaining("no complete response within the request timeout of 300 ms")
			.satisfies((exception) -> assertThat(exception.isPossiblyExecuted()).isTrue());
	}

}
