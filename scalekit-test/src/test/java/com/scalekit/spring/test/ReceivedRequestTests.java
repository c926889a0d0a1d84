package com.scalekit.spring.test;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.test.server.ApiRequests;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

class ReceivedRequestTests {

	private static final String LIST = "GET /api/v1/organizations";

	private static final String GET = "GET /api/v1/organizations/{id}";

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final TestClient client = TestClient.authorized(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void requestsAreListedInOrder() {
		this.client.post("/api/v1/organizations", "{\"display_name\":\"Acme\"}");
		this.client.get("/api/v1/organizations/org_1");
		assertThat(this.server.requests()).extracting(ReceivedRequest::operation, ReceivedRequest::status)
			.containsExactly(tuple("POST /oauth/token", 200), tuple("POST /api/v1/organizations", 201),
					tuple(GET, 404));
	}

	@Test
	void requestIsInTheTermsOfTheApi() {
		String id = this.server.organizations().add("Acme");
		String path = "/api/v1/organizations/%s/portal_links".formatted(id);
		this.client.put(path + "?features=sso&features=dir_sync");
		this.client.patch("/api/v1/organizations/" + id, "{\"display_name\":\"Äcme\"}");
		this.client.get("/api/v1/organizations/%s/session-policy".formatted(id));
		this.client.get("/api/v1/organizations:external/a%2Fb");
		assertThat(this.server.requests())
			.extracting(ReceivedRequest::operation, ReceivedRequest::organization, ReceivedRequest::parameters,
					ReceivedRequest::body, ReceivedRequest::status)
			.contains(
					tuple("PUT /api/v1/organizations/{id}/portal_links", id,
							Map.of("features", List.of("sso", "dir_sync")), "", 200),
					tuple("PATCH /api/v1/organizations/{id}", id, Map.of(), "{\"display_name\":\"Äcme\"}", 200),
					tuple("GET /api/v1/organizations/{organization_id}/session-policy", id, Map.of(), "", 200),
					tuple("GET /api/v1/organizations:external/{external_id}", "a/b", Map.of(), "", 404));
	}

	@Test
	void requestsOfOneOperationAreListed() {
		this.server.next(LIST).respondsWith(ScriptedResponse.serviceUnavailable());
		this.client.get("/api/v1/organizations");
		this.client.get("/api/v1/organizations/org_1");
		this.client.get("/api/v1/organizations?page_size=5");
		assertThat(this.server.requests(LIST)).extracting(ReceivedRequest::status).containsExactly(503, 200);
		assertThat(this.server.requests(GET)).hasSize(1);
		assertThat(this.server.requests("GET /api/v1/organizations/{whatever}")).hasSize(1);
		assertThat(this.server.requests("POST /oauth/token")).hasSize(1);
		assertThat(this.server.requests("DELETE /api/v1/organizations/{id}")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /api/v1/organisations", "GET /api/v1/organizations/org_1", "/api/v1/organizations" })
	void nothingIsNotMistakenForNoRequest(String operation) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.requests(operation))
			.withMessageContaining("'" + operation + "'");
	}

	@Test
	void brokenConnectionHasNoStatus() {
		this.server.next("POST /api/v1/organizations").losesResponse();
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.client.post("/api/v1/organizations", "{\"display_name\":\"Acme\"}"));
		assertThat(this.server.requests("POST /api/v1/organizations")).extracting(ReceivedRequest::status)
			.containsExactly(0);
	}

	@Test
	void unknownPathIsListedAsItWasSent() {
		this.client.post("/api/v1/unknown/verify?code=secret", "{\"code\":\"secret\"}");
		assertThat(this.server.requests())
			.extracting(ReceivedRequest::operation, ReceivedRequest::organization, ReceivedRequest::parameters,
					ReceivedRequest::body, ReceivedRequest::status)
			.contains(tuple("POST /api/v1/unknown/verify", null, Map.of(), "", 404));
	}

	@Test
	void loginIsListedWithoutSecrets() {
		this.client.unchecked()
			.get("/oauth/authorize?organization_id=org_1&prompt=login&state=secret&nonce=secret"
					+ "&code_challenge=secret&unknown=secret");
		assertThat(this.server.requests("GET /oauth/authorize")).singleElement()
			.extracting(ReceivedRequest::parameters)
			.isEqualTo(Map.of("organization_id", List.of("org_1"), "prompt", List.of("login")));
	}

	@Test
	void malformedRequestIsListed() {
		this.client.get("/api/v1/organizations:external/%FF");
		this.client.get("/api/v1/organizations?external_id=%FF");
		assertThat(this.server.requests()).extracting(ReceivedRequest::status).containsExactly(200, 400, 400);
	}

	@Test
	void nothingSecretIsKept() {
		String location = this.client
			.put("/api/v1/organizations/%s/portal_links".formatted(this.server.organizations().add("Acme")))
			.json()
			.at("/link/location")
			.stringValue();
		this.client.get(location.substring(this.server.url().length()));
		String token = this.client.fetchToken();
		this.client.token("client_secret=" + this.server.clientSecret(), "text/plain");
		TestClient.withToken(this.server, token).get("/api/v1/organizations");
		assertThat(this.server.requests()).hasSize(6)
			.allSatisfy((request) -> assertThat(
					new String[] { request.operation(), request.body(), request.parameters().toString(),
							request.headers().toString(), request.toString(), String.valueOf(request.organization()) })
				.noneMatch((text) -> text.contains(token) || text.contains(this.server.clientSecret())
						|| text.contains(location.substring(location.lastIndexOf('/') + 1))));
		assertThat(this.server.requests("GET /portal/{secret}")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {
			"POST;/passwordless/email/verify;{\"code\":\"secret\",\"auth_request_id\":\"1\"};{\"code\":\"***\",\"auth_request_id\":\"1\"}",
			"POST;/passwordless/email/verify;{\"unknown\":{\"a\":\"secret\"}};{\"unknown\":\"***\"}",
			"POST;/passwordless/email/verify;{\"code\":\"secret\";''",
			"POST;/tokens:validate;{\"token\":\"secret\"};{\"token\":\"***\"}",
			"PUT;/connected_accounts;{\"connected_account\":{\"authorization_details\":{\"static_auth\":{\"details\":{\"key\":\"secret\"}}}}};{\"connected_account\":{\"authorization_details\":{\"static_auth\":{\"details\":\"***\"}}}}",
			"PATCH;/users/usr_1;{ \"external_id\" : \"no secret\" };{ \"external_id\" : \"no secret\" }" })
	void secretsOfBodiesAreReplaced(String method, String path, String body, String kept) {
		this.client.send(method, "/api/v1" + path, body);
		assertThat(this.server.requests().get(1).body()).isEqualTo(kept);
	}

	@Test
	void hasHeadersAndTime() throws Exception {
		this.clock.advance(Duration.ofMinutes(1));
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.server.url() + "/api/v1/organizations"))
			.header("Authorization", "Bearer secret-token")
			.header("Cookie", "session=secret-cookie")
			.header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
			.header("X-Tag", "one")
			.header("X-Tag", "two")
			.build();
		HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
		ReceivedRequest received = this.server.requests(LIST).get(0);
		assertThat(received.headers())
			.containsEntry("TraceParent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
			.containsEntry("x-tag", "one, two")
			.doesNotContainKeys("Authorization", "Cookie");
		assertThat(received.time()).isEqualTo(MutableClock.START.plusSeconds(60));
	}

	@Test
	void printsWithoutBody() {
		assertThat(new ReceivedRequest("PATCH /api/v1/organizations/{id}", "org_1", Map.of(), Map.of(), "{}", 200,
				MutableClock.START))
			.hasToString("PATCH /api/v1/organizations/{id} (org_1) -> 200");
		assertThat(new ReceivedRequest(LIST, null, Map.of(), Map.of(), "", 0, MutableClock.START))
			.hasToString(LIST + " -> no response");
	}

	@Test
	void onlyTheLatestAreKept() {
		EnvironmentState state = new EnvironmentState(this.clock);
		Router router = new Router(state, List.of());
		Journal journal = new Journal(state, router, (request) -> ApiResponse.empty(200));
		for (int i = 0; i <= Journal.MAX_REQUESTS; i++) {
			journal.handle(ApiRequests.post("/" + i, ""));
		}
		assertThat(journal.requests()).hasSize(10_000);
		assertThat(journal.requests().get(0).operation()).isEqualTo("POST /1");
	}

	@Test
	void onlyTheBeginningOfLargeBodyIsKept() {
		this.client.post("/api/v1/organizations", "{\"display_name\":\"%s\"}".formatted("x".repeat(10_000)));
		assertThat(this.server.requests("POST /api/v1/organizations").get(0).body()).hasSize(8192);
	}

}
