package com.scalekit.spring.client.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTransportException;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What the annotations of a contract's methods do to its requests and responses.
 */
class ContractAnnotationsTests {

	private final TestApi api = new TestApi();

	private final ScalekitClients scalekit = this.api.clients().build();

	private final Things things = this.scalekit.create(Things.class);

	@AfterEach
	void close() {
		this.scalekit.close();
		this.api.close();
	}

	@Test
	void listIsReadFromItsEnvelope() {
		answers(okJson("{\"other\":1,\"things\":[{\"name\":\"a\"},null,{\"name\":\"b\"}]}"));
		assertThat(this.things.list()).containsExactly(new Thing("a"), new Thing("b"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"things\":null}", "{\"things\":[]}" })
	void listWithoutContentIsEmpty(String json) {
		answers(okJson(json));
		assertThat(this.things.list()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"count\":\"9000000000\"}|9000000000", "{\"count\":7}|7", "{}|0" })
	void numberIsReadFromItsEnvelope(String json, long count) {
		answers(okJson(json));
		assertThat(this.things.count()).isEqualTo(count);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"best\":null}", "{\"best\":7}", "[]", "" })
	void objectThatIsNotInItsEnvelopeIsAFailure(String json) {
		answers(okJson(json));
		assertThatExceptionOfType(ScalekitTransportException.class).isThrownBy(this.things::best)
			.withMessageContaining("/api/v1/things:best: the response ");
	}

	@Test
	void membersOfAQueryAreParameters() {
		answers(okJson("{}"));
		this.things.search(ThingQuery.any()
			.withColours(List.of(Colour.RED, Colour.LIGHT_BLUE))
			.withSince(Instant.parse("2025-03-20T13:55:46Z"))
			.withName("a&b=c"));
		verify(1, anyRequestedFor(urlEqualTo("/api/v1/things:search?filter.colour=red&filter.colour=light-blue"
				+ "&since=2025-03-20T13%3A55%3A46Z&name=a%26b%3Dc")));
	}

	@Test
	void emptyQueryAddsNothing() {
		answers(okJson("{}"));
		this.things.search(ThingQuery.any());
		verify(1, anyRequestedFor(urlEqualTo("/api/v1/things:search")));
	}

	@Test
	void queryIsRequired() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.things.search(null))
			.withMessage("'query' must not be null");
	}

	@Test
	void argumentsAreMembersOfTheBody() {
		answers(okJson("{}"));
		this.things.rename("thing_1", "Lamp", List.of("a", "b"));
		verify(1, anyRequestedFor(urlEqualTo("/api/v1/things/thing_1"))
			.withHeader("Content-Type", equalTo("application/json"))
			.withRequestBody(equalToJson("{\"id\":\"thing_1\",\"display_name\":\"Lamp\",\"tags\":[\"a\",\"b\"]}")));
	}

	@Test
	void memberOfTheBodyIsRequired() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.things.rename("thing_1", null, List.of()))
			.withMessage("'displayName' must not be null");
		verify(0, anyRequestedFor(urlPathMatching(".*")));
	}

	@Test
	void emptyObjectIsSent() {
		answers(okJson("{}"));
		this.things.touch("thing_1");
		verify(1,
				anyRequestedFor(urlEqualTo("/api/v1/things/thing_1/touch"))
					.withHeader("Content-Type", equalTo("application/json"))
					.withRequestBody(equalToJson("{}")));
	}

	@Test
	void idempotentOperationIsRetriedWhenItMayHaveBeenExecuted() {
		answersOnce(503);
		this.things.enable("thing_1");
		verify(2, anyRequestedFor(urlEqualTo("/api/v1/things/thing_1:enable")));
	}

	@Test
	void idempotentOperationIsNotRetriedAfterAnInternalError() {
		answersOnce(500);
		assertThatExceptionOfType(ScalekitApiException.ServerError.class)
			.isThrownBy(() -> this.things.enable("thing_1"));
		verify(1, anyRequestedFor(urlEqualTo("/api/v1/things/thing_1:enable")));
	}

	@Test
	void safeOperationIsRetriedLikeAGet() {
		answersOnce(500);
		this.things.validate("t0ken");
		verify(2, anyRequestedFor(urlEqualTo("/api/v1/things:validate")));
	}

	@Test
	void otherOperationIsNotRetried() {
		answersOnce(503);
		assertThatExceptionOfType(ScalekitApiException.ServerError.class)
			.isThrownBy(() -> this.things.touch("thing_1"));
		verify(1, anyRequestedFor(urlEqualTo("/api/v1/things/thing_1/touch")));
	}

	@Test
	void operationMayTakeLongerThanOthers() {
		HttpClient httpClient = HttpClient.create().responseTimeout(Duration.ofSeconds(1));
		try (ScalekitClients impatient = this.api.clients()
			.clientConnector(new ReactorClientHttpConnector(httpClient))
			.requestTimeout(Duration.ofSeconds(2))
			.build()) {
			Things slowThings = impatient.create(Things.class);
			answers(okJson("{}").withFixedDelay(2500));
			slowThings.execute("slow");
			assertThatExceptionOfType(ScalekitTransportException.class).isThrownBy(slowThings::list)
				.withMessageContaining("no complete response within the request timeout of 2000 ms");
		}
	}

	private void answers(ResponseDefinitionBuilder response) {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(response));
	}

	private void answersOnce(int status) {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson("{}")))
			.stub(any(urlPathMatching("/api/v1/.*")).inScenario("once")
				.whenScenarioStateIs(Scenario.STARTED)
				.willSetStateTo("answered")
				.willReturn(okJson("{}").withStatus(status)));
	}

	private void verify(int count, RequestPatternBuilder request) {
		this.api.verify(count, request);
	}

	@HttpExchange("/api/v1")
	public interface Things {

		@Enveloped("things")
		@GetExchange("/things")
		List<Thing> list();

		@Enveloped("count")
		@GetExchange("/things:count")
		long count();

		@Enveloped("best")
		@GetExchange("/things:best")
		Thing best();

		@GetExchange("/things:search")
		void search(@Query ThingQuery query);

		@PutExchange("/things/{id}")
		void rename(@PathVariable @BodyMember("id") String id, @BodyMember("display_name") String displayName,
				@BodyMember("tags") List<String> tags);

		@EmptyObject
		@PatchExchange("/things/{id}/touch")
		void touch(@PathVariable String id);

		@Idempotent
		@PatchExchange("/things/{id}:enable")
		void enable(@PathVariable String id);

		@Idempotent(safe = true)
		@PostExchange("/things:validate")
		void validate(@BodyMember("token") String token);

		@Timeout(seconds = 60)
		@PostExchange("/things:execute")
		void execute(@BodyMember("name") String name);

	}

	record Thing(String name) {
	}

	enum Colour {

		@JsonProperty("red")
		RED,

		@JsonProperty("light-blue")
		LIGHT_BLUE

	}

	static final class ThingQuery extends JsonObject<ThingQuery> {

		private ThingQuery(Map<String, @Nullable Object> members) {
			super(ThingQuery::new, members);
		}

		static ThingQuery any() {
			return new ThingQuery(Map.of());
		}

		ThingQuery withColours(List<Colour> colours) {
			return with("filter.colour", colours);
		}

		ThingQuery withSince(Instant since) {
			return with("since", since);
		}

		ThingQuery withName(String name) {
			return with("name", name);
		}

	}

}
