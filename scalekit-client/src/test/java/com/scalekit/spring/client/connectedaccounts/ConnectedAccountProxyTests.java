package com.scalekit.spring.client.connectedaccounts;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.connectedaccounts.ProviderRequest;
import com.scalekit.spring.test.connectedaccounts.ProviderResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ConnectedAccountProxyTests {

	private final ScalekitServer server = ScalekitServer.start();

	private final ScalekitClients clients = ScalekitClients
		.builder(this.server.url(), this.server.clientId(), this.server.clientSecret())
		.build();

	private final WebClient gmail = ConnectedAccountProxy.webClient(this.clients.webClient(), "gmail", "ann");

	private final AtomicReference<ProviderRequest> sent = new AtomicReference<>();

	@BeforeEach
	void connect() {
		this.server.connectedAccounts().add("gmail", "ann");
		respond(ProviderResponse.json(200, "{\"ok\":true}"));
	}

	private void respond(ProviderResponse response) {
		this.server.connectedAccounts().api("gmail", (request) -> {
			this.sent.set(request);
			return response;
		});
	}

	@AfterEach
	void close() {
		this.clients.close();
		this.server.close();
	}

	@Test
	void requestArrivesAsItIs() {
		String answer = this.gmail.post()
			.uri("/gmail/v1/users/{user}/messages?q={q}", "me", "a&b")
			.contentType(MediaType.TEXT_PLAIN)
			.header("X-Custom", "1")
			.bodyValue("Dear Bob")
			.retrieve()
			.bodyToMono(String.class)
			.block();
		assertThat(answer).isEqualTo("{\"ok\":true}");
		ProviderRequest request = this.sent.get();
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.path()).isEqualTo("/gmail/v1/users/me/messages");
		assertThat(request.parameters().get("q")).containsExactly("a&b");
		assertThat(request.body()).isEqualTo("Dear Bob");
		assertThat(request.headers()).containsEntry("x-custom", "1")
			.containsEntry("connection_name", "gmail")
			.containsEntry("identifier", "ann");
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 400, 401, 403, 404, 429, 500, 503 })
	void errorOfTheServiceIsNotScalekits(int status) {
		respond(ProviderResponse.json(status, "{\"error\":\"theirs\"}").withHeader("X-Theirs", "1"));
		WebClientResponseException failure = catchThrowableOfType(WebClientResponseException.class,
				() -> this.gmail.get().uri("/me").retrieve().toBodilessEntity().block());
		assertThat(failure).isNotInstanceOf(ScalekitApiException.class);
		assertThat(failure.getStatusCode().value()).isEqualTo(status);
		assertThat(failure.getResponseBodyAsString()).isEqualTo("{\"error\":\"theirs\"}");
		assertThat(failure.getHeaders().getFirst("X-Theirs")).isEqualTo("1");
		assertThat(this.server.tokens().issued()).isEqualTo(1);
	}

	@Test
	void largeRefusalIsPassedOnAsItIs() {
		String body = "x".repeat(200_000);
		respond(ProviderResponse.of(401).withBody("text/plain", body));
		assertThat(this.gmail.get().uri("/me").exchangeToMono((response) -> response.bodyToMono(String.class)).block())
			.isEqualTo(body);
		assertThat(this.server.tokens().issued()).isEqualTo(1);
	}

	@Test
	void refusalOfTheAccessTokenIsScalekits() {
		this.gmail.get().uri("/me").retrieve().toBodilessEntity().block();
		this.server.tokens().revokeAll();
		this.gmail.get().uri("/me").retrieve().toBodilessEntity().block();
		assertThat(this.server.tokens().issued()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/../api/v1/organizations", "/a/../../api/v1/organizations", "/%2e%2e/api", "/a/%2E./b",
			"/%252e%252e/api", "/..%2fapi", "/.", "/..;a/b" })
	void pathStaysBelowTheProxy(String path) {
		assertThatExceptionOfType(ScalekitTransportException.class).isThrownBy(
				() -> this.gmail.get().uri(URI.create(this.server.url() + path)).retrieve().toBodilessEntity().block())
			.withMessageContaining("relative segments");
		assertThat(this.sent.get()).isNull();
	}

	@Test
	void tokenStaysAtTheEnvironment() {
		assertThatExceptionOfType(ScalekitTransportException.class).isThrownBy(
				() -> this.gmail.get().uri(URI.create("http://localhost:1/me")).retrieve().toBodilessEntity().block())
			.withMessageContaining("the access token is only sent to");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "zo\u00eb", "a\r\nb", " a" })
	void identifierIsSentAsItIsOrNotAtAll(String identifier) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ConnectedAccountProxy.webClient(this.clients.webClient(), "gmail", identifier))
			.withMessage("'identifier' must consist of ASCII characters");
	}

}
