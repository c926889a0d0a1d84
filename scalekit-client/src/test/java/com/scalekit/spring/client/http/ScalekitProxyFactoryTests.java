package com.scalekit.spring.client.http;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.UriBuilderFactory;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.PortalFeature;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ScalekitProxyFactoryTests {

	private final TestApi api = new TestApi().stub(any(anyUrl()).willReturn(okJson("{\"name\":\"Acme\"}")))
		.answersToken(TestApi.ACCESS_TOKEN);

	private final ScalekitClients scalekit = this.api.clients().build();

	private final AsynchronousContract asynchronous = this.scalekit.create(AsynchronousContract.class);

	private final ParameterContract parameters = this.scalekit.create(ParameterContract.class);

	@AfterEach
	void close() {
		this.scalekit.close();
		this.api.close();
	}

	@Test
	void asynchronousMethodsMayBeCalledOnEventLoops() {
		assertThat(onEventLoop(this.asynchronous::future).join()).containsEntry("name", "Acme");
		assertThat(onEventLoop(this.asynchronous::stage).toCompletableFuture().join()).containsEntry("name", "Acme");
		assertThat(onEventLoop(this.asynchronous::mono).block()).containsEntry("name", "Acme");
		assertThat(Flux.from(onEventLoop(this.asynchronous::publisher)).blockLast()).containsEntry("name", "Acme");
		assertThat(Flux
			.from(ReactiveAdapterRegistry.getSharedInstance()
				.getAdapter(Flow.Publisher.class)
				.toPublisher(onEventLoop(this.asynchronous::flow)))
			.blockLast()).isEqualTo(Map.of("name", "Acme"));
	}

	@Test
	void blockingMethodsMustNotBeCalledOnEventLoops() {
		OrganizationsClient organizations = this.scalekit.create(OrganizationsClient.class);
		assertThatIllegalStateException().isThrownBy(() -> onEventLoop(organizations::list))
			.withMessageMatching(
					"OrganizationsClient.list waits for its result, which thread 'parallel-\\d+' must not do. "
							+ "Use ReactiveOrganizationsClient in reactive code");
		assertThatIllegalStateException().isThrownBy(() -> onEventLoop(() -> this.parameters.get("a")))
			.withMessageMatching(
					"ParameterContract.get waits for its result, which thread 'parallel-\\d+' must not do. "
							+ "Use a method that returns a Mono, a Flux or a CompletableFuture in reactive code");
		assertThat(this.api.requests()).isZero();
	}

	private static <T> T onEventLoop(Supplier<T> call) {
		return Mono.fromSupplier(call).subscribeOn(Schedulers.parallel()).block();
	}

	@Test
	void argumentsAreSpeltAsInJson() {
		UUID uuid = UUID.fromString("0b0c0d0e-0000-4000-8000-000000000001");
		this.parameters.find("a b", 1, -2L, 0.5, true, PortalFeature.DIR_SYNC,
				Instant.parse("2026-01-02T03:04:05.006Z"), LocalDate.of(2026, 1, 2), uuid,
				URI.create("https://acme.example.com/?a=b&c"));
		this.api.verify(1,
				getRequestedFor(urlEqualTo("/find/a%20b?int=1&long=-2&double=0.5&boolean=true&enum=dir_sync"
						+ "&instant=2026-01-02T03%3A04%3A05.006Z&date=2026-01-02&uuid=" + uuid
						+ "&uri=https%3A%2F%2Facme.example.com%2F%3Fa%3Db%26c")));
	}

	@Test
	void listsAreRepeatedAndAbsentValuesLeftOut() {
		this.parameters.filter(List.of(PortalFeature.SSO, PortalFeature.DIR_SYNC), null);
		this.api.verify(1, getRequestedFor(urlEqualTo("/filter?feature=sso&feature=dir_sync")));
		this.parameters.filter(List.of(), "a");
		this.api.verify(1, getRequestedFor(urlEqualTo("/filter?name=a")));
	}

	@Test
	void namesAndValuesOfTheQueryAreEncoded() {
		this.parameters.search(Map.of("a&b={c}", "d&e={f}:%"));
		this.api.verify(1, getRequestedFor(urlEqualTo("/search?sort=asc&a%26b%3D%7Bc%7D=d%26e%3D%7Bf%7D%3A%25")));
	}

	@Test
	void parametersOfAFormAreItsBody() {
		this.parameters.submit("a b");
		this.api.verify(1, postRequestedFor(urlEqualTo("/submit")).withRequestBody(equalTo("name=a+b")));
	}

	@Test
	void argumentWithoutASimpleSpellingIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.parameters.get(Map.of("secret", "value")))
			.withMessageContaining("cannot be a part of the URI or a header")
			.withMessageNotContaining("secret");
		assertThat(this.api.requests()).isZero();
	}

	@Test
	void absoluteUriOfTheEnvironmentIsUsedAsItIs() {
		this.parameters.getAt(URI.create(this.api.url() + "/other?a=b%2Fc"), "d");
		this.api.verify(1, getRequestedFor(urlEqualTo("/other?a=b%2Fc&name=d")));
	}

	@Test
	void uriBuilderFactoryOfTheCallerIsUsed() {
		this.parameters.getFrom(new DefaultUriBuilderFactory(this.api.url() + "/base"), "a/b");
		this.api.verify(1, getRequestedFor(urlEqualTo("/base/from/a%2Fb")));
	}

	@Test
	void templateIsExpandedAnewForEachCall() {
		this.parameters.get("a");
		this.parameters.get("{a}?");
		this.api.verify(1, getRequestedFor(urlEqualTo("/get/a")));
		this.api.verify(1, getRequestedFor(urlEqualTo("/get/%7Ba%7D%3F")));
	}

	interface AsynchronousContract {

		@GetExchange("/")
		CompletableFuture<Map<String, Object>> future();

		@GetExchange("/")
		CompletionStage<Map<String, Object>> stage();

		@GetExchange("/")
		Mono<Map<String, Object>> mono();

		@GetExchange("/")
		Publisher<Map<String, Object>> publisher();

		@GetExchange("/")
		Flow.Publisher<Map<String, Object>> flow();

	}

	interface ParameterContract {

		@GetExchange("/find/{string}")
		Map<String, Object> find(@PathVariable String string, @RequestParam("int") int intValue,
				@RequestParam("long") Long longValue, @RequestParam("double") double doubleValue,
				@RequestParam("boolean") boolean booleanValue, @RequestParam("enum") PortalFeature enumValue,
				@RequestParam Instant instant, @RequestParam LocalDate date, @RequestParam UUID uuid,
				@RequestParam URI uri);

		@GetExchange("/filter")
		Map<String, Object> filter(@RequestParam(required = false) List<PortalFeature> feature,
				@RequestParam(required = false) String name);

		@GetExchange("/get/{value}")
		Map<String, Object> get(@PathVariable Object value);

		@GetExchange("/search?sort=asc")
		Map<String, Object> search(@RequestParam Map<String, String> criteria);

		@PostExchange(url = "/submit", contentType = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
		Map<String, Object> submit(@RequestParam String name);

		@GetExchange("/")
		Map<String, Object> getAt(URI uri, @RequestParam String name);

		@GetExchange("/from/{value}")
		Map<String, Object> getFrom(UriBuilderFactory uriBuilderFactory, @PathVariable String value);

	}

}
