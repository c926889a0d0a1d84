package com.scalekit.spring.client.http;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.RegionCode;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A response with a good status is not good yet.
 */
class UnusableResponseTests {

	private final TestApi api = new TestApi();

	private final ScalekitClients scalekit = this.api.clients()
		.maxResponseSize(DataSize.ofKilobytes(10))
		.maxRetries(0)
		.build();

	private final OrganizationsClient organizations = this.scalekit.create(OrganizationsClient.class);

	@AfterEach
	void close() {
		this.scalekit.close();
		this.api.close();
	}

	@Test
	void htmlIsNotAnOrganization() {
		assertThat(call(aResponse().withHeader("Content-Type", "text/html").withBody("<html>Sign in</html>")))
			.hasMessageContaining("the response is text/html where JSON is required")
			.hasMessageContaining("GET " + this.api.url() + "/api/v1/organizations/org_1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{\"organization\":null}" })
	void nothingIsNotAnOrganization(String body) {
		assertThat(call(okJson(body))).hasMessageContaining("no content where some is required");
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "{}", "{\"org\":{}}", "[]", "{\"organization\":[]}",
			"{\"organization\":{\"id\":\"x\"}", "{\"organization\":{\"create_time\":\"yesterday, with a secret\"}}" })
	void otherJsonIsNotAnOrganization(String body) {
		assertThat(call(okJson(body))).hasMessageContaining("the response is not the JSON that is required")
			.hasMessageNotContaining("secret");
	}

	@Test
	void messageNamesThePlaceInTheJson() {
		assertThat(call(okJson("{\"organization\":{\"create_time\":\"yesterday\"}}")))
			.hasMessageContaining("at create_time");
	}

	@Test
	void malformedContentTypeIsNotAnOrganization() {
		assertThat(call(aResponse().withHeader("Content-Type", "not a mime type").withBody("{}")))
			.hasMessageContaining("malformed Content-Type");
	}

	@Test
	void responseThatIsTooLargeIsNotRead() {
		assertThat(call(okJson("{\"organization\":{\"id\":\"" + "x".repeat(20_000) + "\"}}")))
			.hasMessageContaining("larger than the configured maximum response size");
	}

	@ParameterizedTest
	@EnumSource(Fault.class)
	void brokenConnectionIsATransportFailure(Fault fault) {
		ScalekitTransportException exception = call(aResponse().withFault(fault));
		assertThat(exception).isInstanceOf(WebClientRequestException.class);
		assertThat(exception.isPossiblyExecuted()).isTrue();
		assertThat(exception.getAttempts()).isEqualTo(1);
	}

	@Test
	void whatIsUnknownIsTolerated() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson("""
				{"sibling":{"a":[]},"organization":{"id":"org_1","display_name":"Acme","region_code":"MOON",
				"unheard_of":true,"metadata":null}}""")));
		assertThat(this.organizations.get("org_1")).satisfies((organization) -> {
			assertThat(organization.regionCode()).isEqualTo(RegionCode.UNKNOWN);
			assertThat(organization.metadata()).isEmpty();
			assertThat(organization.createTime()).isNull();
		});
	}

	private ScalekitTransportException call(ResponseDefinitionBuilder response) {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(response));
		return catchThrowableOfType(ScalekitTransportException.class, () -> this.organizations.get("org_1"));
	}

}
