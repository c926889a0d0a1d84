package com.scalekit.spring.client.http;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PathVariablesTests {

	private final TestApi api = new TestApi();

	private final ScalekitClients scalekit = this.api.clients().build();

	@AfterEach
	void close() {
		this.scalekit.close();
		this.api.close();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "\t", ".", "..", "org_1\0", "org_1\r\nX: y", "org\u0085", "\ud800" })
	void unsafeIdentifierIsRefusedBeforeAnyRequest(String id) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.scalekit.create(OrganizationsClient.class).delete(id))
			.withMessageContaining("'id'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.scalekit.create(ReactiveOrganizationsClient.class).delete(id).block())
			.withMessageContaining("'id'");
		assertThat(this.api.requests()).isZero();
	}

	@Test
	void messageDoesNotRepeatTheValue() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.scalekit.create(OrganizationsClient.class).get("secret\n"))
			.withMessage("'id' must not contain control characters");
	}

	@Test
	void queryParameterThatCannotBeEncodedIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.scalekit.create(OrganizationsClient.class).list(null, "\udfff"));
		assertThat(this.api.requests()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "%2e%2e|%252e%252e", "../x|..%2Fx", "a/b|a%2Fb", "a?b|a%3Fb", "a#b|a%23b", "100%|100%25",
			"a;b|a%3Bb", "{x}|%7Bx%7D", "tenant ü|tenant%20%C3%BC", "\u202e|%E2%80%AE" })
	void anyOtherIdentifierArrivesAsItIs(String idAndSegment) {
		String[] parts = idAndSegment.split("\\|");
		this.api.stub(get(urlMatching("/api/v1/organizations:external/.*")).willReturn(okJson("""
				{"organization":{"id":"org_1","display_name":"Acme"}}""")));
		this.scalekit.create(OrganizationsClient.class).getByExternalId(parts[0]);
		this.api.verify(1, getRequestedFor(urlEqualTo("/api/v1/organizations:external/" + parts[1])));
	}

}
