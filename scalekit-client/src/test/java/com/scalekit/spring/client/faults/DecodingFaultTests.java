package com.scalekit.spring.client.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.RegionCode;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Responses that cannot be read: an error keeps its status whatever its body is, and a
 * success that is none becomes an error without a quote from it.
 */
class DecodingFaultTests {

	private static final int MAX_ERROR_BODY = 64 * 1024;

	private final TestApi api = new TestApi();

	@AfterEach
	void close() {
		this.api.close();
	}

	static Stream<Arguments> unreadableBodies() {
		return forEachConnector(Stream.of(named("HTML", "<html><h1>Bad gateway</h1></html>"), named("empty", ""),
				named("text", "upstream connect error"), named("array", "[1,2]"), named("number", "17"),
				named("string", "\"no\""), named("null", "null"), named("5 MB", "x".repeat(5_000_000)),
				named("5 MB of JSON", "{\"message\":\"" + "x".repeat(5_000_000) + "\"}"),
				named("truncated", "{\"code\":13,\"message\":\"bro"),
				Named.of("invalid UTF-8", new byte[] { '{', '"', (byte) 0xc3, '"', ':', (byte) 0xff, '}' }),
				named("60 000 levels", "[".repeat(60_000)),
				named("60 000 levels of objects", "{\"details\":".repeat(6_000)),
				named("details text", "{\"details\":\"no\"}"), named("details number", "{\"details\":1}"),
				named("details object", "{\"details\":{\"a\":{\"@type\":7}}}"),
				named("details null", "{\"details\":null}"),
				named("details nested", "{\"details\":[[[{\"@type\":[]}]],null,1]}"),
				named("details unknown", "{\"details\":[{\"@type\":\"type.googleapis.com/unknown\",\"a\":1}]}"),
				named("details many", "{\"details\":[" + "{},".repeat(10_000) + "{}]}"),
				named("code text", "{\"code\":\"x\",\"message\":null}"),
				named("code huge", "{\"code\":1e400,\"message\":{\"a\":1}}"),
				named("code long", "{\"code\":" + "9".repeat(900) + "}"),
				named("violations", "{\"details\":[{\"error_code\":[],\"validation_error_info\":"
						+ "{\"field_violations\":{\"a\":7}},\"request_info\":[],\"tool_error_info\":1}]}")));
	}

	private static Named<byte[]> named(String name, String body) {
		return Named.of(name, body.getBytes(StandardCharsets.UTF_8));
	}

	private static Stream<Arguments> forEachConnector(Stream<? extends Object> values) {
		return values
			.flatMap((value) -> Arrays.stream(Connector.values()).map((connector) -> Arguments.of(connector, value)));
	}

	@ParameterizedTest
	@MethodSource("unreadableBodies")
	@Fault({ 51, 53 })
	void errorKeepsItsStatusWhateverItsBodyIs(Connector connector, byte[] body) {
		ScalekitApiException failure = error(connector,
				aResponse().withStatus(503).withHeader("Content-Type", "application/json").withBody(body));
		assertThat(failure).isInstanceOf(ScalekitApiException.ServerError.class);
		assertThat(failure.getStatusCode().value()).isEqualTo(503);
		assertThat(failure.getError().isToolError()).isFalse();
		assertThat(failure.getResponseBodyAsByteArray()).hasSizeLessThanOrEqualTo(MAX_ERROR_BODY);
		assertThat(failure.getMessage()).startsWith("503 Service Unavailable from GET ").hasSizeLessThan(1000);
	}

	@ParameterizedTest
	@EnumSource
	@Fault(51)
	void errorBodyThatIsSmallOnlyWhenCompressedIsNotUnpackedAtOnce(Connector connector) throws IOException {
		ScalekitApiException failure = error(connector,
				aResponse().withStatus(500)
					.withHeader("Content-Type", "application/json")
					.withHeader("Content-Encoding", "gzip")
					.withBody(gzip(100_000_000)));
		assertThat(failure.getStatusCode().value()).isEqualTo(500);
		assertThat(failure.getResponseBodyAsByteArray()).hasSizeLessThanOrEqualTo(MAX_ERROR_BODY);
	}

	private static byte[] gzip(int size) throws IOException {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(compressed)) {
			byte[] block = new byte[1_000_000];
			for (int i = 0; i < size / block.length; i++) {
				out.write(block);
			}
		}
		return compressed.toByteArray();
	}

	@ParameterizedTest
	@EnumSource
	@Fault(51)
	void errorBodyThatEndsTooEarlyKeepsTheStatus(Connector connector) throws IOException {
		try (RawServer server = RawServer.start((number, connection) -> {
			connection.send("HTTP/1.1 500 Oops\r\nContent-Length: 100\r\n\r\n{\"message\":");
			connection.close();
		}); ScalekitClients scalekit = connector.configure(server.clients()).maxRetries(0).build()) {
			assertThat(catchThrowable(() -> scalekit.create(OrganizationsClient.class).get("org_1")))
				.isInstanceOf(ScalekitApiException.ServerError.class);
		}
	}

	@ParameterizedTest
	@EnumSource
	@Fault(52)
	void errorWithAMalformedContentTypeKeepsItsStatus(Connector connector) {
		ScalekitApiException failure = error(connector,
				aResponse().withStatus(500)
					.withHeader("Content-Type", "not a mime type")
					.withBody("{\"message\":\"still read\"}"));
		assertThat(failure.getStatusCode().value()).isEqualTo(500);
		assertThat(failure.getError().message()).isEqualTo("still read");
	}

	static Stream<Arguments> responsesWithoutAnOrganization() {
		return forEachConnector(Stream.of(
				Named.of("HTML", aResponse().withHeader("Content-Type", "text/html").withBody("<html>Sign in</html>")),
				Named.of("HTML as JSON", okJson("<html>Sign in</html>")), Named.of("empty", okJson("")),
				Named.of("null", okJson("null")), Named.of("204", aResponse().withStatus(204)),
				Named.of("205", aResponse().withStatus(205)), Named.of("no envelope", okJson("{}")),
				Named.of("null in the envelope", okJson("{\"organization\":null}")),
				Named.of("trailing text", okJson(RawServer.ORGANIZATION + "garbage"))));
	}

	@ParameterizedTest
	@MethodSource("responsesWithoutAnOrganization")
	@Fault(54)
	void successWithoutAnOrganizationIsAnError(Connector connector, ResponseDefinitionBuilder response) {
		ScalekitTransportException failure = catchThrowableOfType(ScalekitTransportException.class,
				() -> get(connector, response));
		assertThat(failure).isNotNull().hasMessageNotContaining("Sign in").hasMessageNotContaining("garbage");
		assertThat(failure.getAttempts()).isEqualTo(1);
		assertThat(failure.isPossiblyExecuted()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 304, 307, 308 })
	@Fault(54)
	void redirectIsAnError(int status) {
		for (Connector connector : Connector.values()) {
			ScalekitApiException failure = error(connector, aResponse().withStatus(status));
			assertThat(failure.getStatusCode().value()).isEqualTo(status);
			assertThat(failure).hasMessageEndingWith("Redirects are not followed; check the environment URL");
		}
	}

	@ParameterizedTest
	@EnumSource
	@Fault(54)
	void nothingIsEnoughWhereNothingIsExpected(Connector connector) {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson("")));
		try (ScalekitClients scalekit = connector.configure(this.api.clients()).build()) {
			assertThatNoException().isThrownBy(() -> scalekit.create(OrganizationsClient.class).delete("org_1"));
		}
	}

	@ParameterizedTest
	@EnumSource
	@Fault(55)
	void whatIsUnknownOrMissingIsTolerated(Connector connector) {
		Organization organization = get(connector, okJson("""
				{"sibling":[],"organization":{"id":"org_1","region_code":"MOON","unheard_of":{"a":[1]}}}"""));
		assertThat(organization.regionCode()).isEqualTo(RegionCode.UNKNOWN);
		assertThat(organization.createTime()).isNull();
		assertThat(organization.metadata()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	@Fault(55)
	void wrongTypeIsAnErrorThatNamesThePlaceButNotTheValue(Connector connector) {
		assertThat(catchThrowable(() -> get(connector, okJson("""
				{"organization":{"id":"org_1","settings":{"features":"%s"}}}""".formatted(TestApi.ACCESS_TOKEN)))))
			.isInstanceOf(ScalekitTransportException.class)
			.hasMessageContaining("not the JSON that is required at settings.features")
			.hasMessageNotContaining(TestApi.ACCESS_TOKEN);
	}

	static Stream<Arguments> malformedResponses() {
		return forEachConnector(Stream.of(Named.of("600", RawServer.response("600 Odd", "{}")),
				Named.of("four digits", RawServer.response("2000 Odd", "{}")),
				Named.of("999", RawServer.response("999 Odder", "{}")),
				Named.of("101", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"),
				Named.of("no number", RawServer.response("abc Odd", "{}")),
				Named.of("negative", RawServer.response("-20 Odd", "{}")),
				Named.of("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n"),
				Named.of("two lengths",
						"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\n" + RawServer.ORGANIZATION),
				Named.of("negative length", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n" + RawServer.ORGANIZATION),
				Named.of("huge header",
						"HTTP/1.1 200 OK\r\nX-Huge: " + "x".repeat(500_000)
								+ "\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\nnull"),
				Named.of("long status line", RawServer.response("200 " + "x".repeat(500_000), "null")),
				Named.of("wrong chunk", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
						+ "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")));
	}

	@ParameterizedTest
	@MethodSource("malformedResponses")
	@Fault(56)
	void malformedResponseIsAnErrorOfThisClient(Connector connector, String response) throws IOException {
		try (RawServer server = RawServer.start((number, connection) -> {
			connection.send(response);
			connection.close();
		}); ScalekitClients scalekit = connector.configure(server.clients()).maxRetries(0).build()) {
			Throwable failure = catchThrowable(() -> scalekit.create(OrganizationsClient.class).get("org_1"));
			assertThat(failure).isInstanceOfAny(ScalekitTransportException.class, ScalekitApiException.class)
				.hasMessageNotContaining("null")
				.hasMessageNotContaining("Exception");
			assertThat(failure.getMessage()).hasSizeLessThan(1000);
		}
	}

	@ParameterizedTest
	@EnumSource
	@Fault(56)
	void interimResponsesAreSkipped(Connector connector) throws IOException {
		try (RawServer server = RawServer.start((number, connection) -> connection
			.send("HTTP/1.1 100 Continue\r\n\r\n" + RawServer.response("200 OK", RawServer.ORGANIZATION)));
				ScalekitClients scalekit = connector.configure(server.clients()).build()) {
			assertThat(scalekit.create(OrganizationsClient.class).get("org_1").id()).isEqualTo("org_1");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage", "]", "\"" })
	@Fault(57)
	void textAfterTheJsonIsAnError(String trailing) {
		for (Connector connector : Connector.values()) {
			assertThat(catchThrowable(() -> get(connector, okJson(RawServer.ORGANIZATION + trailing))))
				.isInstanceOf(ScalekitTransportException.class)
				.hasMessageContaining("not the JSON that is required");
		}
	}

	@Test
	@Fault(57)
	void lastOfTwoEqualKeysWins() {
		assertThat(get(Connector.REACTOR_NETTY, okJson("""
				{"organization":{"id":"org_1","display_name":"First","display_name":"Last"}}""")).displayName())
			.isEqualTo("Last");
	}

	private Organization get(Connector connector, ResponseDefinitionBuilder response) {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(response));
		try (ScalekitClients scalekit = connector.configure(this.api.clients()).build()) {
			return scalekit.create(OrganizationsClient.class).get("org_1");
		}
	}

	private ScalekitApiException error(Connector connector, ResponseDefinitionBuilder response) {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(response));
		try (ScalekitClients scalekit = connector.configure(this.api.clients()).maxRetries(0).build()) {
			ScalekitApiException failure = catchThrowableOfType(ScalekitApiException.class,
					() -> scalekit.create(OrganizationsClient.class).get("org_1"));
			assertThat(failure).isNotNull();
			return failure;
		}
	}

}
