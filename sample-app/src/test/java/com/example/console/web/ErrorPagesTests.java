package com.example.console.web;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;

import com.example.console.Administrator;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.reactive.function.client.ClientResponse;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.organizations.OrganizationsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

@SpringBootTest(properties = "scalekit.environment-url=")
@AutoConfigureMockMvc
@Import(Administrator.class)
class ErrorPagesTests {

	@Autowired
	private MockMvcTester console;

	@MockitoBean
	private OrganizationsClient organizations;

	@ParameterizedTest
	@MethodSource
	void tellsWhatWentWrong(Exception failure, HttpStatus status, String title) {
		given(this.organizations.get("org_1")).willThrow(failure);
		MvcTestResult result = this.console.get().uri("/organizations/org_1").exchange();
		assertThat(result).hasStatus(status)
			.hasContentTypeCompatibleWith(MediaType.TEXT_HTML)
			.bodyText()
			.contains("<h1 id=\"heading\">" + title + "</h1>")
			.doesNotContain("Exception", "internal detail");
	}

	static Stream<Arguments> tellsWhatWentWrong() {
		return Stream.of(Arguments.of(answer(404), HttpStatus.NOT_FOUND, "Not found"),
				Arguments.of(answer(400), HttpStatus.BAD_REQUEST, "Scalekit did not accept this"),
				Arguments.of(answer(401), HttpStatus.BAD_GATEWAY,
						"Scalekit does not accept the console&#39;s credentials"),
				Arguments.of(noToken("invalid_client"), HttpStatus.BAD_GATEWAY,
						"Scalekit does not accept the console&#39;s credentials"),
				Arguments.of(noToken("temporarily_unavailable"), HttpStatus.SERVICE_UNAVAILABLE,
						"Scalekit cannot be reached"),
				Arguments.of(answer(403), HttpStatus.BAD_GATEWAY, "Scalekit does not allow this"),
				Arguments.of(answer(429), HttpStatus.SERVICE_UNAVAILABLE, "Too many requests"),
				Arguments.of(answer(500), HttpStatus.SERVICE_UNAVAILABLE, "Scalekit cannot be reached"),
				Arguments.of(answer(302), HttpStatus.BAD_GATEWAY, "Unexpected answer from Scalekit"),
				Arguments.of(
						ScalekitTransportException.failed(new ConnectException("internal detail"), HttpMethod.GET,
								URI.create("https://acme.scalekit.com")),
						HttpStatus.SERVICE_UNAVAILABLE, "Scalekit cannot be reached"));
	}

	@Test
	void tellsHowLongToWait() {
		given(this.organizations.list(20, null)).willThrow(answer(429, HttpHeaders.RETRY_AFTER, "30"));
		assertThat(this.console.get().uri("/organizations")).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.hasHeader(HttpHeaders.RETRY_AFTER, "30")
			.bodyText()
			.contains("Try again in 30 s.");
	}

	@Test
	void offersToTryAgainWhatChangesNothing() {
		given(this.organizations.get("org_1")).willThrow(answer(503));
		assertThat(this.console.get().uri("/organizations/org_1")).bodyText().contains("Try again</a>");
		assertThat(this.console.post().uri("/organizations/org_1/delete").with(csrf())).bodyText()
			.contains("Look first whether your change is done")
			.doesNotContain("Try again</a>");
	}

	@Test
	void tellsHowOftenItHasTried() {
		ClientResponse response = ClientResponse.create(HttpStatus.SERVICE_UNAVAILABLE).body("{}").build();
		ScalekitApiException failure = ScalekitApiException.from(response, 3, Duration.ofSeconds(1), true).block();
		given(this.organizations.get("org_1")).willThrow(failure);
		assertThat(this.console.get().uri("/organizations/org_1")).bodyText()
			.contains("The console has tried it 3 times.");
	}

	@Test
	void waitsAsLongAsTheTokenEndpointWants() {
		given(this.organizations.get("org_1")).willThrow(new ScalekitTokenException(
				new OAuth2Error("temporarily_unavailable"), "internal detail", Duration.ofSeconds(7)));
		assertThat(this.console.get().uri("/organizations/org_1")).hasHeader(HttpHeaders.RETRY_AFTER, "7")
			.bodyText()
			.contains("Try again in 7 s.");
	}

	@Test
	void showsTheRequestId() {
		given(this.organizations.list(20, null)).willThrow(answer(500, "X-Request-Id", "req_42"));
		assertThat(this.console.get().uri("/organizations")).bodyText().contains("<code>req_42</code>");
	}

	@Test
	void saysLittleAboutAnythingElse() {
		assertThat(this.console.get()
			.uri("/error")
			.accept(MediaType.TEXT_HTML)
			.requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500)
			.requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("internal detail"))
			.param("trace", "true")
			.param("message", "true")).hasStatus(HttpStatus.INTERNAL_SERVER_ERROR)
			.bodyText()
			.contains("<h1 id=\"heading\">Something went wrong</h1>")
			.doesNotContain("Exception", "internal detail");
	}

	private static ScalekitApiException answer(int status, String... header) {
		ClientResponse.Builder response = ClientResponse.create(HttpStatus.valueOf(status))
			.body("{\"message\":\"internal detail\"}");
		if (header.length > 0) {
			response.header(header[0], header[1]);
		}
		return ScalekitApiException.from(response.build()).block();
	}

	private static ScalekitTokenException noToken(String code) {
		return new ScalekitTokenException(new OAuth2Error(code), "internal detail");
	}

}
