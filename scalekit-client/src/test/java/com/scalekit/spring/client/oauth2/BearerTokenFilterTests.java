package com.scalekit.spring.client.oauth2;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.OrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BearerTokenFilterTests {

	private static final String ORGANIZATION = "{\"organization\":{\"id\":\"org_1\",\"display_name\":\"Acme\"}}";

	private final TestApi api = new TestApi();

	private final TestApi foreign = new TestApi().stub(any(anyUrl()).willReturn(ok()));

	private final ScalekitClients scalekit = this.api.clients().build();

	private final OrganizationsClient organizations = this.scalekit.create(OrganizationsClient.class);

	@AfterEach
	void close() {
		this.scalekit.close();
		this.api.close();
		this.foreign.close();
	}

	@Test
	void rawWebClientSendsTheToken() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(ok("hello")));
		String body = this.scalekit.webClient()
			.get()
			.uri("/api/v1/{what}", "roles")
			.retrieve()
			.bodyToMono(String.class)
			.block();
		assertThat(body).isEqualTo("hello");
		this.api.verify(1, getRequestedFor(urlEqualTo("/api/v1/roles")).withHeader(HttpHeaders.AUTHORIZATION,
				equalTo("Bearer " + TestApi.ACCESS_TOKEN)));
	}

	@Test
	void authorizationOfTheApplicationIsReplaced() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(ok()));
		this.scalekit.webClient()
			.get()
			.uri("/api/v1/roles")
			.headers((headers) -> headers.setBasicAuth("user", "pass"))
			.retrieve()
			.toBodilessEntity()
			.block();
		this.api.verify(1, getRequestedFor(urlEqualTo("/api/v1/roles")).withHeader(HttpHeaders.AUTHORIZATION,
				equalTo("Bearer " + TestApi.ACCESS_TOKEN)));
	}

	@Test
	void absoluteTemplateOfAnotherServerIsRefused() {
		assertRefused((client) -> client.get().uri(this.foreign.url() + "/api/v1/{what}", "roles"));
	}

	@Test
	void absoluteUriOfAnotherServerIsRefused() {
		assertRefused((client) -> client.get().uri(URI.create(this.foreign.url() + "/api/v1/roles")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://localhost:%d/", "http://127.0.0.1:%d/", "http://localhost.example.com:%d/",
			"http://localhost:%d@example.com/" })
	void otherOriginsAreRefused(String origin) {
		URI uri = URI.create(origin.formatted(URI.create(this.api.url()).getPort()));
		assertRefused((client) -> client.get().uri(uri));
		assertThat(this.api.requests()).isZero();
	}

	private void assertRefused(Function<WebClient, WebClient.RequestHeadersSpec<?>> request) {
		assertThatExceptionOfType(ScalekitTransportException.class)
			.isThrownBy(() -> request.apply(this.scalekit.webClient()).retrieve().toBodilessEntity().block())
			.withMessageContaining("the access token is only sent to http://localhost:")
			.satisfies((exception) -> {
				assertThat(exception.isPossiblyExecuted()).isFalse();
				assertThat(exception.getAttempts()).isZero();
			});
		assertThat(this.foreign.requests()).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void redirectIsNotFollowed(int status) {
		this.api.stub(any(urlPathMatching("/api/v1/.*"))
			.willReturn(aResponse().withStatus(status).withHeader("Location", this.foreign.url() + "/api/v1/x")));
		assertThatExceptionOfType(ScalekitApiException.class).isThrownBy(() -> this.organizations.get("org_1"))
			.satisfies((exception) -> assertThat(exception.getStatusCode().value()).isEqualTo(status));
		assertThat(this.foreign.requests()).isZero();
	}

	@Test
	void refusedTokenIsReplacedAndTheSameRequestSentAgain() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(jsonResponse("{\"code\":16}", 401)));
		this.api.stub(post("/api/v1/organizations").withHeader("Authorization", equalTo("Bearer new-token"))
			.willReturn(okJson(ORGANIZATION)));
		this.scalekit.authorizedClientManager();
		assertThat(token()).isEqualTo(TestApi.ACCESS_TOKEN);
		this.api.answersToken("new-token");
		assertThat(this.organizations.create(CreateOrganization.named("Acme")).id()).isEqualTo("org_1");
		this.api.verify(2,
				postRequestedFor(urlEqualTo("/api/v1/organizations"))
					.withHeader("Content-Type", equalTo(MediaType.APPLICATION_JSON_VALUE))
					.withRequestBody(equalToJson("{\"display_name\":\"Acme\"}")));
		assertThat(this.api.tokenRequests()).isEqualTo(2);
	}

	@Test
	void requestIsSentAgainOnlyOnce() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(jsonResponse("{\"code\":16}", 401)));
		assertThatExceptionOfType(ScalekitApiException.Unauthorized.class)
			.isThrownBy(() -> this.organizations.get("org_1"));
		this.api.verify(2, getRequestedFor(urlEqualTo("/api/v1/organizations/org_1")));
		assertThat(this.api.tokenRequests()).isEqualTo(2);
	}

	@Test
	void failureOfAProviderIsNotTheTokens() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(jsonResponse(
				"{\"code\":16,\"message\":\"denied\",\"details\":[{\"error_code\":\"TOOL_ERROR\"}]}", 401)));
		assertThatExceptionOfType(ScalekitApiException.ToolError.class)
			.isThrownBy(() -> this.organizations.get("org_1"))
			.withMessageContaining("denied [TOOL_ERROR]");
		this.api.verify(1, getRequestedFor(urlEqualTo("/api/v1/organizations/org_1")));
		assertThat(this.api.tokenRequests()).isEqualTo(1);
	}

	@Test
	void refusedTokenIsPartOfTheFailureToReplaceIt() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(jsonResponse("{\"message\":\"expired\"}", 401)));
		token();
		this.api.stub(post("/oauth/token").willReturn(jsonResponse("{}", 503)));
		assertThatExceptionOfType(ScalekitTokenException.class).isThrownBy(() -> this.organizations.get("org_1"))
			.satisfies((exception) -> assertThat(exception.getSuppressed())
				.hasAtLeastOneElementOfType(ScalekitApiException.Unauthorized.class));
	}

	/**
	 * As a filter does that adds a header.
	 */
	private static Mono<ClientResponse> copied(ClientRequest request, ExchangeFunction next) {
		return next.exchange(ClientRequest.from(request).header("X-Copied", "true").build());
	}

	private WebClient copying() {
		return this.scalekit.webClient().mutate().filter(BearerTokenFilterTests::copied).build();
	}

	@Test
	void tokenSurvivesAFilterThatCopiesTheRequest() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson(ORGANIZATION)));
		assertThat(this.scalekit.create(OrganizationsClient.class, copying()).get("org_1").id()).isEqualTo("org_1");
		this.api.verify(1,
				getRequestedFor(urlEqualTo("/api/v1/organizations/org_1")).withHeader("X-Copied", equalTo("true"))
					.withHeader(HttpHeaders.AUTHORIZATION, equalTo("Bearer " + TestApi.ACCESS_TOKEN)));
		assertThat(this.api.tokenRequests()).isEqualTo(1);
	}

	@Test
	void tokenSurvivesAFilterThatReplacesTheBodyOrTheRequestConsumer() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(ok()));
		List<ExchangeFilterFunction> filters = List.of(
				(request, next) -> next
					.exchange(ClientRequest.from(request).body(BodyInserters.fromValue("replaced")).build()),
				(request, next) -> next.exchange(ClientRequest.from(request).httpRequest((httpRequest) -> {
				}).build()));
		for (ExchangeFilterFunction filter : filters) {
			this.scalekit.webClient()
				.mutate()
				.filter(filter)
				.build()
				.post()
				.uri("/api/v1/roles")
				.bodyValue("body")
				.retrieve()
				.toBodilessEntity()
				.block();
		}
		this.api.verify(2, postRequestedFor(urlEqualTo("/api/v1/roles")).withHeader(HttpHeaders.AUTHORIZATION,
				equalTo("Bearer " + TestApi.ACCESS_TOKEN)));
	}

	@Test
	void requestConsumerOfTheApplicationIsCalledOnce() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(ok()));
		for (WebClient client : List.of(this.scalekit.webClient(), copying())) {
			client.get()
				.uri("/api/v1/roles")
				.httpRequest((httpRequest) -> httpRequest.getHeaders().add("X-Consumer", "called"))
				.retrieve()
				.toBodilessEntity()
				.block();
		}
		assertThat(this.api.server().findAll(getRequestedFor(urlEqualTo("/api/v1/roles")))).hasSize(2)
			.allSatisfy((request) -> assertThat(request.header("X-Consumer").values()).containsExactly("called"));
	}

	@Test
	void copiedRequestWithARefusedTokenIsSentAgain() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(jsonResponse("{\"code\":16}", 401)));
		this.api.stub(post("/api/v1/organizations").withHeader("Authorization", equalTo("Bearer new-token"))
			.willReturn(okJson(ORGANIZATION)));
		token();
		this.api.answersToken("new-token");
		assertThat(this.scalekit.create(OrganizationsClient.class, copying())
			.create(CreateOrganization.named("Acme"))
			.id()).isEqualTo("org_1");
		this.api.verify(2, postRequestedFor(urlEqualTo("/api/v1/organizations")).withHeader("X-Copied", equalTo("true"))
			.withRequestBody(equalToJson("{\"display_name\":\"Acme\"}")));
		assertThat(this.api.tokenRequests()).isEqualTo(2);
	}

	@Test
	void streamedBodyOfACopiedRequestIsNotSentAgain() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(jsonResponse("{\"code\":16}", 401)));
		Flux<DataBuffer> body = Flux.just("a", "b")
			.map((part) -> DefaultDataBufferFactory.sharedInstance.wrap(part.getBytes(StandardCharsets.UTF_8)));
		assertThatExceptionOfType(ScalekitTransportException.class)
			.isThrownBy(() -> copying().post()
				.uri("/api/v1/uploads")
				.body(BodyInserters.fromDataBuffers(body))
				.retrieve()
				.toBodilessEntity()
				.block())
			.withMessageContaining("streamed body cannot be sent again");
		this.api.verify(1, postRequestedFor(urlEqualTo("/api/v1/uploads")));
	}

	@ParameterizedTest
	@EnumSource(Connectors.class)
	void filterThatChangesTheServerIsRefused(Connectors connector) {
		try (ScalekitClients clients = connector.configure(this.api.clients()).build()) {
			WebClient diverted = clients.webClient()
				.mutate()
				.filter((request, next) -> next
					.exchange(ClientRequest.from(request).url(URI.create(this.foreign.url() + "/api/v1/x")).build()))
				.build();
			assertThatExceptionOfType(ScalekitTransportException.class)
				.isThrownBy(() -> diverted.get().uri("/api/v1/roles").retrieve().toBodilessEntity().block())
				.withMessageContaining("the access token is only sent to http://localhost:")
				.satisfies((exception) -> {
					assertThat(exception.isPossiblyExecuted()).isFalse();
					assertThat(exception.getAttempts()).isZero();
				});
			assertThatExceptionOfType(ScalekitTransportException.class)
				.isThrownBy(() -> clients.create(OrganizationsClient.class, diverted).get("org_1"))
				.withMessageContaining("the access token is only sent to http://localhost:");
			assertThat(this.foreign.requests()).isZero();
		}
	}

	@Test
	void copyOfARequestDoesNotShowTheToken() {
		List<ClientRequest> requests = new CopyOnWriteArrayList<>();
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(ok()));
		this.scalekit.webClient()
			.mutate()
			.filter(BearerTokenFilterTests::copied)
			.filter(ExchangeFilterFunction.ofRequestProcessor((request) -> {
				requests.add(request);
				return Mono.just(request);
			}))
			.build()
			.get()
			.uri("/api/v1/roles")
			.retrieve()
			.toBodilessEntity()
			.block();
		assertThat(requests).singleElement()
			.satisfies((request) -> assertThat(request.headers().headerNames()).doesNotContain("Authorization"));
	}

	private String token() {
		return this.scalekit.reactiveAuthorizedClientManager()
			.authorize(AuthorizeRequests.scalekit())
			.map((client) -> client.getAccessToken().getTokenValue())
			.block();
	}

	private enum Connectors {

		REACTOR_NETTY {

			@Override
			ScalekitClients.Builder configure(ScalekitClients.Builder clients) {
				return clients;
			}

		},

		JDK {

			@Override
			ScalekitClients.Builder configure(ScalekitClients.Builder clients) {
				JdkClientHttpConnector connector = new JdkClientHttpConnector();
				return clients.clientConnector(connector).tokenConnector(connector);
			}

		};

		abstract ScalekitClients.Builder configure(ScalekitClients.Builder clients);

	}

}
