package com.scalekit.spring.client.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.micrometer.context.ContextRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of a call on its way through the {@link WebClient}.
 */
class ScalekitExchangeAdapterTests {

	private static final String ORGANIZATION = "{\"organization\":{\"id\":\"org_1\",\"display_name\":\"Acme\"}}";

	private static final ThreadLocal<@Nullable String> tenant = new ThreadLocal<>();

	private final TestApi api = new TestApi();

	@AfterEach
	void close() {
		this.api.close();
	}

	static List<ClientHttpConnector> connectors() {
		return List.of(new ReactorClientHttpConnector(), new JdkClientHttpConnector());
	}

	@Test
	void statusHandlersOfTheApplicationAreNotAsked() {
		WebClient.Builder webClient = WebClient.builder()
			.defaultStatusHandler(HttpStatusCode::isError,
					(response) -> Mono.error(new IllegalStateException("handler of the application")));
		answers(jsonResponse("{\"message\":\"no such organization\"}", 404));
		try (ScalekitClients scalekit = this.api.clients().webClientBuilder(webClient).build()) {
			assertThatExceptionOfType(ScalekitApiException.NotFound.class)
				.isThrownBy(() -> scalekit.create(OrganizationsClient.class).get("org_1"))
				.satisfies((failure) -> assertThat(failure.getError().message()).isEqualTo("no such organization"));
		}
		assertThat(calls()).isEqualTo(1);
	}

	@Test
	void statusHandlerThatHandlesNothingDoesNotHideAnError() {
		WebClient.Builder webClient = WebClient.builder()
			.defaultStatusHandler(HttpStatusCode::isError, (response) -> Mono.empty());
		answers(jsonResponse("{}", 403));
		try (ScalekitClients scalekit = this.api.clients().webClientBuilder(webClient).build()) {
			assertThatExceptionOfType(ScalekitApiException.Forbidden.class)
				.isThrownBy(() -> scalekit.create(OrganizationsClient.class).delete("org_1"));
		}
	}

	@Test
	void anyWebClientCanMakeTheCalls() {
		answers(jsonResponse("{\"message\":\"no such organization\"}", 404));
		try (ScalekitClients scalekit = this.api.clients().build()) {
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class,
					WebClient.create(this.api.url()));
			assertThatExceptionOfType(ScalekitApiException.NotFound.class).isThrownBy(() -> organizations.get("org_1"))
				.withMessageContaining("no such organization");
		}
		assertThat(this.api.tokenRequests()).isZero();
	}

	@Test
	void filtersSeeTheResponseBeforeItIsTranslated() {
		answers(jsonResponse("{}", 404));
		List<HttpStatusCode> statuses = new CopyOnWriteArrayList<>();
		try (ScalekitClients scalekit = this.api.clients()
			.customize((builder) -> builder.filter((request, next) -> next.exchange(request)
				.doOnNext((response) -> statuses.add(response.statusCode()))))
			.build()) {
			assertThatExceptionOfType(ScalekitApiException.NotFound.class)
				.isThrownBy(() -> scalekit.create(OrganizationsClient.class).get("org_1"));
		}
		assertThat(statuses).extracting(HttpStatusCode::value).containsExactly(404);
	}

	@Test
	void callThatWaitsForATokenIsNotSent() {
		this.api.stub(post("/oauth/token").willReturn(okJson("{}").withFixedDelay(2000)));
		try (ScalekitClients scalekit = this.api.clients().requestTimeout(Duration.ofMillis(300)).build()) {
			assertNotSent(catchThrowableOfType(ScalekitTransportException.class,
					() -> scalekit.create(OrganizationsClient.class).create(CreateOrganization.named("Acme"))));
		}
		assertThat(calls()).isZero();
	}

	@Test
	void callThatWaitsForAConnectionIsNotSent() {
		answers(okJson(ORGANIZATION).withFixedDelay(5000));
		ConnectionProvider pool = ConnectionProvider.create("tiny", 1);
		try (ScalekitClients scalekit = this.api.clients()
			.requestTimeout(Duration.ofMillis(500))
			.clientConnector(new ReactorClientHttpConnector(HttpClient.create(pool)))
			.build()) {
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			scalekit.webClient().get().uri("/api/v1/slow").retrieve().toBodilessEntity().onErrorComplete().subscribe();
			await().until(() -> calls() == 1);
			assertNotSent(catchThrowableOfType(ScalekitTransportException.class,
					() -> organizations.create(CreateOrganization.named("Acme"))));
		}
		finally {
			pool.dispose();
		}
	}

	private static void assertNotSent(ScalekitTransportException failure) {
		assertThat(failure).hasMessageContaining("no complete response within the request timeout of")
			.hasMessageContaining("(not sent, ");
		assertThat(failure.isPossiblyExecuted()).isFalse();
		assertThat(failure.getAttempts()).isZero();
	}

	@ParameterizedTest
	@MethodSource("connectors")
	void argumentThatCannotBeEncodedIsNotSent(ClientHttpConnector connector) {
		try (ScalekitClients scalekit = this.api.clients().clientConnector(connector).build()) {
			ScalekitTransportException failure = catchThrowableOfType(ScalekitTransportException.class,
					() -> scalekit.create(Things.class).create(new Unreadable()));
			assertThat(failure).hasMessageContaining("the request body cannot be written (not sent, ")
				.hasStackTraceContaining("no value");
			assertThat(failure.isPossiblyExecuted()).isFalse();
			assertThat(failure.isRetryable()).isFalse();
			assertThat(failure.getAttempts()).isZero();
		}
		assertThat(calls()).isZero();
	}

	@ParameterizedTest
	@MethodSource("connectors")
	void headerWithALineBreakIsNotSent(ClientHttpConnector connector) {
		try (ScalekitClients scalekit = this.api.clients().clientConnector(connector).build()) {
			ScalekitTransportException failure = catchThrowableOfType(ScalekitTransportException.class,
					() -> scalekit.create(Things.class).get("acme\r\nX-Admin: true"));
			assertThat(failure).hasMessageContaining(
					"the request header 'X-Tenant' cannot be written, since it contains control characters");
			assertThat(failure.isPossiblyExecuted()).isFalse();
			assertThat(failure.isRetryable()).isFalse();
			assertThat(failure.getAttempts()).isLessThanOrEqualTo(1);
			assertThat(failure.getCause()).hasNoCause().hasMessageNotContaining("acme");
		}
		assertThat(calls()).isZero();
	}

	@Test
	void requestThatIsSentAgainWithAnotherTokenIsCounted() {
		answers(jsonResponse("{}", 401));
		try (ScalekitClients scalekit = this.api.clients().maxRetries(0).build()) {
			ScalekitApiException.Unauthorized failure = catchThrowableOfType(ScalekitApiException.Unauthorized.class,
					() -> scalekit.create(OrganizationsClient.class).get("org_1"));
			assertThat(failure.getAttempts()).isEqualTo(calls()).isEqualTo(2);
			assertThat(failure.isPossiblyExecuted()).isFalse();
		}
	}

	@Test
	void requestThatAFilterMakesAnewIsCounted() {
		answers(jsonResponse("{}", 400).withFault(Fault.CONNECTION_RESET_BY_PEER));
		try (ScalekitClients scalekit = this.api.clients()
			.customize((builder) -> builder.filter(
					(request, next) -> next.exchange(ClientRequest.create(request.method(), request.url()).build())))
			.build()) {
			ScalekitTransportException failure = catchThrowableOfType(ScalekitTransportException.class,
					() -> scalekit.create(OrganizationsClient.class).create(CreateOrganization.named("Acme")));
			assertThat(failure.getAttempts()).isEqualTo(1);
			assertThat(failure.isPossiblyExecuted()).isTrue();
		}
		assertThat(calls()).isEqualTo(1);
	}

	@Test
	void filterThatLosesTheReactorContextMakesACallPossiblyExecuted() {
		answers(jsonResponse("{}", 400).withFault(Fault.CONNECTION_RESET_BY_PEER));
		try (ScalekitClients scalekit = this.api.clients()
			.customize((builder) -> builder
				.filter((request, next) -> Mono.fromFuture(() -> next.exchange(request).toFuture())))
			.build()) {
			ScalekitTransportException failure = catchThrowableOfType(ScalekitTransportException.class,
					() -> scalekit.create(OrganizationsClient.class).create(CreateOrganization.named("Acme")));
			assertThat(failure.getAttempts()).isEqualTo(1);
			assertThat(failure.isPossiblyExecuted()).isTrue();
		}
		assertThat(calls()).isEqualTo(1);
	}

	@Test
	void errorWhoseBodyNeverEndsKeepsItsStatus() {
		answers(jsonResponse("{\"message\":\"" + "x".repeat(1000) + "\"}", 503).withChunkedDribbleDelay(50, 60_000));
		try (ScalekitClients scalekit = this.api.clients()
			.maxRetries(0)
			.requestTimeout(Duration.ofSeconds(10))
			.build()) {
			assertThatExceptionOfType(ScalekitApiException.ServerError.class)
				.isThrownBy(() -> scalekit.create(OrganizationsClient.class).get("org_1"))
				.satisfies((failure) -> assertThat(failure.getStatusCode().value()).isEqualTo(503));
		}
	}

	@Test
	void optionalIsEmptyIfThereIsNoContent() {
		answers(noContent());
		try (ScalekitClients scalekit = this.api.clients().build()) {
			assertThat(scalekit.create(Things.class).find()).isEmpty();
			answers(okJson(ORGANIZATION));
			assertThat(scalekit.create(Things.class).find()).map(Organization::id).contains("org_1");
		}
	}

	@Test
	void tokenFailureOfARetryTellsTheAttemptBeforeIt() {
		this.api.stub(post("/oauth/token").inScenario("token")
			.whenScenarioStateIs(STARTED)
			.willReturn(okJson("{\"access_token\":\"short\",\"token_type\":\"Bearer\",\"expires_in\":1}"))
			.willSetStateTo("none"));
		this.api.stub(post("/oauth/token").inScenario("token")
			.whenScenarioStateIs("none")
			.willReturn(jsonResponse("{\"error\":\"invalid_client\"}", 401)));
		answers(serverError().withStatus(503).withHeader("Retry-After", "2"));
		try (ScalekitClients scalekit = this.api.clients().build()) {
			ScalekitTokenException failure = catchThrowableOfType(ScalekitTokenException.class,
					() -> scalekit.create(OrganizationsClient.class).delete("org_1"));
			assertThat(failure.getSuppressed()).filteredOn(ScalekitApiException.class::isInstance)
				.singleElement()
				.satisfies((earlier) -> assertThat(((ScalekitApiException) earlier).isPossiblyExecuted()).isTrue());
		}
	}

	@Test
	void interruptedCallIsATransportFailureAndLeavesTheThreadInterrupted() throws InterruptedException {
		answers(okJson(ORGANIZATION).withFixedDelay(5000));
		try (ScalekitClients scalekit = this.api.clients().build()) {
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			AtomicReference<@Nullable Boolean> interrupted = new AtomicReference<>();
			AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
			Thread caller = new Thread(() -> {
				failure.set(catchThrowableOfType(Throwable.class, () -> organizations.delete("org_1")));
				interrupted.set(Thread.currentThread().isInterrupted());
			});
			caller.start();
			await().until(() -> calls() == 1);
			caller.interrupt();
			caller.join();
			assertThat(interrupted).hasValue(true);
			assertThat(failure.get()).isInstanceOfSatisfying(ScalekitTransportException.class, (exception) -> {
				assertThat(exception).hasCauseInstanceOf(InterruptedException.class);
				assertThat(exception.isPossiblyExecuted()).isTrue();
				assertThat(exception.getAttempts()).isEqualTo(1);
			});
		}
	}

	@Test
	void retrySeesTheThreadLocalsOfTheCaller() {
		ContextRegistry.getInstance().registerThreadLocalAccessor("tenant", tenant);
		this.api.stub(any(urlPathMatching("/api/v1/.*")).inScenario("outage")
			.whenScenarioStateIs(STARTED)
			.willReturn(jsonResponse("{}", 503))
			.willSetStateTo("over"));
		this.api.stub(any(urlPathMatching("/api/v1/.*")).inScenario("outage")
			.whenScenarioStateIs("over")
			.willReturn(okJson(ORGANIZATION)));
		List<Optional<String>> seen = new CopyOnWriteArrayList<>();
		try (ScalekitClients scalekit = this.api.clients().customize((builder) -> builder.filter((request, next) -> {
			seen.add(Optional.ofNullable(tenant.get()));
			return next.exchange(request);
		})).build()) {
			tenant.set("acme");
			assertThat(scalekit.create(OrganizationsClient.class).get("org_1").id()).isEqualTo("org_1");
			this.api.server().resetScenarios();
			Mono<Organization> call = scalekit.create(ReactiveOrganizationsClient.class).get("org_1");
			assertThat(Flux.from(call).blockFirst()).isNotNull();
		}
		finally {
			tenant.remove();
			ContextRegistry.getInstance().removeThreadLocalAccessor("tenant");
		}
		assertThat(seen).hasSize(4).containsOnly(Optional.of("acme"));
	}

	private void answers(ResponseDefinitionBuilder response) {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(response));
	}

	private int calls() {
		return this.api.server()
			.countRequestsMatching(anyRequestedFor(urlPathMatching("/api/v1/.*")).build())
			.getCount();
	}

	@HttpExchange("/api/v1")
	public interface Things {

		@PostExchange("/things")
		Organization create(@RequestBody Unreadable thing);

		@GetExchange("/things")
		Organization get(@RequestHeader("X-Tenant") String tenant);

		@GetExchange("/things/first")
		Optional<Organization> find();

	}

	/**
	 * Has a property that cannot be read.
	 */
	public static final class Unreadable {

		public String getValue() {
			throw new IllegalStateException("no value");
		}

	}

}
