package com.scalekit.spring.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.spi.FilterReply;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

import com.scalekit.spring.client.organizations.CreateOrganization;
import com.scalekit.spring.client.organizations.OrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Neither the client secret nor an access token shows up where somebody might read it.
 */
class SecretsTests {

	private final TestApi api = new TestApi();

	private final ScalekitClients scalekit = this.api.clients().build();

	private final OrganizationsClient organizations = this.scalekit.create(OrganizationsClient.class);

	private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private Level level;

	@BeforeEach
	void captureTheLog() {
		this.level = this.root.getLevel();
		this.root.iteratorForAppenders().forEachRemaining((appender) -> appender.addFilter(new OnlyWarnings()));
		this.root.setLevel(Level.DEBUG);
		this.log.list = new CopyOnWriteArrayList<>();
		this.log.start();
		this.root.addAppender(this.log);
	}

	@AfterEach
	void close() {
		this.root.setLevel(this.level);
		this.root.detachAppender(this.log);
		this.root.iteratorForAppenders().forEachRemaining((appender) -> appender.clearAllFilters());
		this.scalekit.close();
		this.api.close();
	}

	@Test
	void successfulCallsLeaveNoTrace() {
		this.api.stub(any(urlPathMatching("/api/v1/.*"))
			.willReturn(okJson("{\"organization\":{\"id\":\"org_1\",\"display_name\":\"Acme\"}}")));
		this.organizations.create(CreateOrganization.named("Acme"));
		assertThat(this.log.list).anySatisfy((event) -> assertThat(event.getLevel()).isEqualTo(Level.DEBUG));
		assertNoSecrets(log());
	}

	static Stream<ResponseDefinitionBuilder> failures() {
		return Stream.of(jsonResponse("{}", 400), jsonResponse("{}", 401), jsonResponse("{}", 404),
				jsonResponse("{}", 429), jsonResponse("{}", 500), aResponse().withStatus(302), okJson(""), okJson("{"),
				aResponse().withHeader("Content-Type", "text/html").withBody("<html>"),
				aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
				aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), aResponse().withFault(Fault.EMPTY_RESPONSE),
				aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void failedCallsLeaveNoTrace(ResponseDefinitionBuilder response) {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(response));
		assertNoSecrets(everythingIn(catchThrowable(() -> this.organizations.get("org_1"))));
		assertNoSecrets(log());
	}

	@ParameterizedTest
	@MethodSource("failures")
	void failedCallsOfTheRawWebClientLeaveNoTrace(ResponseDefinitionBuilder response) {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(response));
		assertNoSecrets(everythingIn(catchThrowable(() -> this.scalekit.webClient()
			.get()
			.uri("/api/v1/roles")
			.exchangeToMono((clientResponse) -> clientResponse.createException().flatMap(Mono::error))
			.block())));
		assertNoSecrets(log());
	}

	@ParameterizedTest
	@MethodSource("failures")
	void failedCallsThroughAFilterThatCopiesTheRequestLeaveNoTrace(ResponseDefinitionBuilder response) {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(response));
		OrganizationsClient copying = this.scalekit.create(OrganizationsClient.class,
				this.scalekit.webClient()
					.mutate()
					.filter((request, next) -> next.exchange(ClientRequest.from(request).build()))
					.build());
		assertNoSecrets(everythingIn(catchThrowable(() -> copying.get("org_1"))));
		assertNoSecrets(log());
	}

	@ParameterizedTest
	@MethodSource("failures")
	void failedTokenRequestsLeaveNoTrace(ResponseDefinitionBuilder response) {
		this.api.stub(post("/oauth/token").willReturn(response));
		assertNoSecrets(everythingIn(catchThrowable(() -> this.organizations.get("org_1"))));
		assertNoSecrets(log());
	}

	@Test
	void stringsOfBeansShowNothing() {
		assertNoSecrets(Stream
			.of(this.scalekit, this.organizations, this.scalekit.webClient(), this.scalekit.authorizedClientManager(),
					this.scalekit.reactiveAuthorizedClientManager(), this.api.clients())
			.map(String::valueOf)
			.collect(Collectors.joining("\n")));
	}

	private String log() {
		return this.log.list.stream()
			.map((event) -> event.getLoggerName() + " " + event.getFormattedMessage() + " "
					+ ((event.getThrowableProxy() != null) ? ThrowableProxyUtil.asString(event.getThrowableProxy())
							: ""))
			.collect(Collectors.joining("\n"));
	}

	private static String everythingIn(Throwable exception) {
		StringWriter text = new StringWriter();
		exception.printStackTrace(new PrintWriter(text, true));
		List<Throwable> pending = new ArrayList<>(List.of(exception));
		while (!pending.isEmpty()) {
			Throwable next = pending.remove(0);
			text.append(next.toString()).append(headers(next)).append(serialized(next));
			pending.addAll(List.of(next.getSuppressed()));
			if (next.getCause() != null) {
				pending.add(next.getCause());
			}
		}
		return text.toString();
	}

	private static String headers(Throwable exception) {
		if (exception instanceof WebClientRequestException request) {
			return request.getHeaders().toString();
		}
		if (exception instanceof WebClientResponseException response) {
			HttpRequest request = response.getRequest();
			return response.getHeaders() + response.getResponseBodyAsString()
					+ ((request != null) ? request.getHeaders() : HttpHeaders.EMPTY);
		}
		return "";
	}

	private static String serialized(Throwable exception) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(exception);
		}
		catch (IOException ex) {
			return "";
		}
		return bytes.toString(StandardCharsets.ISO_8859_1);
	}

	private static void assertNoSecrets(String text) {
		assertThat(text).doesNotContain(TestApi.CLIENT_SECRET)
			.doesNotContain(URLEncoder.encode(TestApi.CLIENT_SECRET, StandardCharsets.UTF_8))
			.doesNotContain(TestApi.ACCESS_TOKEN);
	}

	private static final class OnlyWarnings extends Filter<ILoggingEvent> {

		@Override
		public FilterReply decide(ILoggingEvent event) {
			return event.getLevel().isGreaterOrEqual(Level.WARN) ? FilterReply.NEUTRAL : FilterReply.DENY;
		}

	}

}
