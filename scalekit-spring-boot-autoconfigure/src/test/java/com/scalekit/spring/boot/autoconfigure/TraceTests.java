package com.scalekit.spring.boot.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Hooks;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.boot.webclient.autoconfigure.WebClientObservationAutoConfiguration;

import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Which trace the requests to Scalekit are part of.
 */
class TraceTests {

	private static final String SECRET = "test_s3cr3t";

	private static final String TOKEN = "/oauth/token";

	private static final String ORGANIZATION = "/api/v1/organizations/org_1";

	private final WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort());

	private final Spans spans = new Spans();

	private ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ScalekitAutoConfiguration.class, WebClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ObservationAutoConfiguration.class, WebClientObservationAutoConfiguration.class,
				OpenTelemetrySdkAutoConfiguration.class, OpenTelemetryTracingAutoConfiguration.class,
				MicrometerTracingAutoConfiguration.class))
		.withBean(SpanProcessor.class, () -> this.spans)
		.withPropertyValues("management.tracing.sampling.probability=1.0", "scalekit.client-id=skc_1",
				"scalekit.client-secret=" + SECRET);

	@BeforeEach
	void start() {
		this.server.start();
		this.server.stubFor(post(TOKEN).willReturn(okJson("{\"access_token\":\"token\",\"expires_in\":3600}")));
		this.server.stubFor(get(ORGANIZATION).inScenario("retry")
			.whenScenarioStateIs(STARTED)
			.willReturn(jsonResponse("{}", 503))
			.willSetStateTo("up"));
		this.server.stubFor(get(ORGANIZATION).inScenario("retry")
			.whenScenarioStateIs("up")
			.willReturn(okJson("{\"organization\":{\"id\":\"org_1\"}}")));
		this.contextRunner = this.contextRunner.withPropertyValues("scalekit.environment-url=" + this.server.baseUrl());
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void blockingCallAndItsRetriesArePartOfTheTraceOfTheThread() {
		runInObservation((context, observation) -> observation
			.observe(() -> context.getBean(OrganizationsClient.class).get("org_1")));
		assertCallIsPartOfTheTrace();
	}

	@Test
	void reactiveCallAndItsRetriesArePartOfTheTraceOfTheContext() {
		runInObservation((context, observation) -> {
			context.getBean(ReactiveOrganizationsClient.class)
				.get("org_1")
				.contextWrite((values) -> values.put(ObservationThreadLocalAccessor.KEY, observation.start()))
				.block();
			observation.stop();
		});
		assertCallIsPartOfTheTrace();
	}

	@Test
	void automaticContextPropagationChangesNothing() {
		Hooks.enableAutomaticContextPropagation();
		try {
			blockingCallAndItsRetriesArePartOfTheTraceOfTheThread();
		}
		finally {
			Hooks.disableAutomaticContextPropagation();
		}
	}

	@Test
	void tokenRequestHasATraceOfItsOwn() {
		runInObservation((context, observation) -> observation
			.observe(() -> context.getBean(OrganizationsClient.class).get("org_1")));
		assertTokenRequestHasATraceOfItsOwn();
	}

	@Test
	void failedTokenRequestLeavesNoSecretInItsTrace() {
		this.server.stubFor(post(TOKEN).willReturn(
				jsonResponse("{\"error\":\"invalid_client\",\"error_description\":\"%s\"}".formatted(SECRET), 401)));
		runInObservation((context, observation) -> observation
			.observe(() -> catchThrowable(() -> context.getBean(OrganizationsClient.class).get("org_1"))));
		SpanData tokenRequest = this.spans.named("http post").get(0);
		assertThat(tokenRequest.getAttributes().asMap()).anySatisfy((key, value) -> {
			assertThat(key.getKey()).isEqualTo("status");
			assertThat(value).isEqualTo("401");
		});
		assertThat(this.spans.ended.toString()).doesNotContain(SECRET);
	}

	private void runInObservation(InObservation calls) {
		this.contextRunner.run((context) -> calls.run(context,
				Observation.createNotStarted("caller", context.getBean(ObservationRegistry.class))));
	}

	private void assertCallIsPartOfTheTrace() {
		SpanData caller = this.spans.named("caller").get(0);
		assertThat(this.spans.named("http get")).hasSize(2)
			.allSatisfy((attempt) -> assertThat(attempt.getParentSpanId()).isEqualTo(caller.getSpanId()));
		assertThat(this.server.findAll(getRequestedFor(urlPathEqualTo(ORGANIZATION))))
			.extracting((request) -> request.getHeader("traceparent"))
			.containsExactlyElementsOf(this.spans.named("http get").stream().map(TraceTests::traceparent).toList());
		assertTokenRequestHasATraceOfItsOwn();
	}

	private void assertTokenRequestHasATraceOfItsOwn() {
		SpanData caller = this.spans.named("caller").get(0);
		assertThat(this.spans.named("http post")).singleElement().satisfies((tokenRequest) -> {
			assertThat(tokenRequest.getParentSpanContext().isValid()).isFalse();
			assertThat(tokenRequest.getTraceId()).isNotEqualTo(caller.getTraceId());
			assertThat(this.server.findAll(postRequestedFor(urlPathEqualTo(TOKEN)))).singleElement()
				.satisfies(
						(request) -> assertThat(request.getHeader("traceparent")).isEqualTo(traceparent(tokenRequest)));
		});
	}

	private static String traceparent(SpanData span) {
		return "00-%s-%s-%s".formatted(span.getTraceId(), span.getSpanId(),
				span.getSpanContext().getTraceFlags().asHex());
	}

	@FunctionalInterface
	private interface InObservation {

		void run(BeanFactory context, Observation observation);

	}

	private static final class Spans implements SpanProcessor {

		private final List<SpanData> ended = new CopyOnWriteArrayList<>();

		private List<SpanData> named(String name) {
			return this.ended.stream().filter((span) -> span.getName().equals(name)).toList();
		}

		@Override
		public void onStart(Context parent, ReadWriteSpan span) {
		}

		@Override
		public boolean isStartRequired() {
			return false;
		}

		@Override
		public void onEnd(ReadableSpan span) {
			this.ended.add(span.toSpanData());
		}

		@Override
		public boolean isEndRequired() {
			return true;
		}

	}

}
