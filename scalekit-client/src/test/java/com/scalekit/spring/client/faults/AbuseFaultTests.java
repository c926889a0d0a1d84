package com.scalekit.spring.client.faults;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.organizations.OrganizationsClient;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Values that come from an attacker, and places where secrets must not get to.
 */
class AbuseFaultTests {

	private final TestApi api = new TestApi();

	private final TestApi foreign = new TestApi();

	private final ScalekitClients scalekit = this.api.clients().build();

	private final OrganizationsClient organizations = this.scalekit.create(OrganizationsClient.class);

	@AfterEach
	void close() {
		this.scalekit.close();
		this.foreign.close();
		this.api.close();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "\u2003", ".", "..", "a\0b", "a\r\nX-Evil: 1", "\u007f", "\u0085", "\ud800",
			"a\udc00b" })
	@Fault(58)
	void unsafeIdentifierIsRefusedBeforeAnyRequest(String id) {
		for (Throwable failure : List.of(catchThrowable(() -> this.organizations.delete(id)),
				catchThrowable(() -> this.organizations.getSessionPolicy(id)),
				catchThrowable(() -> this.organizations.getByExternalId(id)))) {
			assertThat(failure).isInstanceOf(IllegalArgumentException.class);
		}
		assertThat(this.api.requests()).isZero();
	}

	static Stream<String> strangeIdentifiers() {
		return Stream.of("%2e%2e", "../x", "..;", "...", "a/b", "a\\b", "a?b", "a#b", "100%", "%00", "\u202eevil",
				"{id}", "a b", "ü", "\ud83d\ude00", "a+b", "a&b=c", "~!$'()*,;:@", "x".repeat(5_000));
	}

	@ParameterizedTest
	@MethodSource("strangeIdentifiers")
	@Fault(58)
	void anyOtherIdentifierArrivesAsASingleSegment(String id) {
		this.api.stub(any(anyUrl()).atPriority(10).willReturn(okJson(RawServer.ORGANIZATION)));
		this.organizations.getByExternalId(id);
		assertThat(pathOfLastCall()).startsWith("/api/v1/organizations:external/")
			.satisfies((path) -> assertThat(
					decode(path.substring("/api/v1/organizations:external/".length()).replace("+", "%2B")))
				.isEqualTo(id))
			.satisfies((path) -> assertThat(path.chars().filter((character) -> character == '/')).hasSize(4));
	}

	@Test
	@Fault(59)
	void anyPageTokenArrivesAsItIs() {
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson("{}")));
		Random random = new Random(59);
		String characters = "abc09+/=&#%?{}; \"'<>\\^`|~ü\u20ac";
		List<String> tokens = Stream
			.concat(Stream.of("a+b", "{x}", "%20", "a&page_size=1", "=", "#"),
					Stream.generate(() -> random.ints(20, 0, characters.length())
						.mapToObj((index) -> String.valueOf(characters.charAt(index)))
						.collect(Collectors.joining())).limit(40))
			.toList();
		for (String token : tokens) {
			this.organizations.list(10, token);
			String query = pathOfLastCall().replaceFirst("[^?]*\\?", "");
			assertThat(query.split("&")).containsExactlyInAnyOrder("page_size=10",
					query.replaceFirst(".*(page_token=[^&]*).*", "$1"));
			assertThat(decode(query.replaceFirst(".*page_token=([^&]*).*", "$1"))).isEqualTo(token);
		}
	}

	@Test
	@Fault(60)
	void tokenIsOnlySentToTheEnvironment() {
		int port = URI.create(this.api.url()).getPort();
		for (String target : List.of(this.foreign.url() + "/api/v1/organizations",
				"//localhost:" + this.foreign.server().port() + "/x", "https://localhost:" + port + "/x",
				"http://127.0.0.1:" + port + "/x", "http://localhost:" + port + "@evil.invalid/x",
				"http://localhost.evil.invalid:" + port + "/x")) {
			assertThatExceptionOfType(ScalekitTransportException.class).as(target)
				.isThrownBy(() -> this.scalekit.webClient()
					.get()
					.uri(URI.create(target))
					.retrieve()
					.toBodilessEntity()
					.block())
				.withMessageContaining("the access token is only sent to")
				.satisfies((failure) -> assertThat(failure.isPossiblyExecuted()).isFalse());
		}
		Anywhere anywhere = this.scalekit.create(Anywhere.class);
		assertThatExceptionOfType(ScalekitTransportException.class)
			.isThrownBy(() -> anywhere.get(URI.create(this.foreign.url())));
		assertThat(this.foreign.requests()).isZero();
		assertThat(this.api.requests()).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	@Fault(61)
	void redirectIsNotFollowed(int status) {
		this.foreign.stub(any(anyUrl()).willReturn(okJson(RawServer.ORGANIZATION)));
		this.api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(
				jsonResponse("{}", status).withHeader("Location", this.foreign.url() + "/api/v1/organizations/org_1")));
		assertThatExceptionOfType(ScalekitApiException.class).isThrownBy(() -> this.organizations.get("org_1"));
		assertThatExceptionOfType(ScalekitApiException.class).isThrownBy(() -> this.organizations.delete("org_1"));
		assertThat(this.foreign.requests()).isZero();
		assertThat(this.api.requests()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://user:test_secret@acme.scalekit.com", "https://acme.scalekit.com/api",
			"https://acme.scalekit.com?x=test_secret", "https://acme.scalekit.com#x", "file:///etc/passwd",
			"ftp://acme.scalekit.com", "http://acme.scalekit.com", "http://169.254.169.254", "https://",
			"https://bücher.example", "https://acme scalekit.com", "https://acme.scalekit.com\r\nX: y",
			"http://localhost@evil.example", "http://localhost.evil.example" })
	@Fault(62)
	void urlThatIsNoEnvironmentIsRefusedAtTheStart(String url) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ScalekitClients.builder(url, "skc_1", "secret").build().close())
			.withMessageContaining("environmentUrl")
			.withMessageNotContaining("test_secret");
	}

	@ParameterizedTest
	@CsvSource({ "ACME.scalekit.COM, https://acme.scalekit.com",
			"https://acme.scalekit.com/, https://acme.scalekit.com",
			"https://acme.scalekit.com., https://acme.scalekit.com.",
			"https://[2001:DB8::1]:8443, https://[2001:db8::1]:8443",
			"xn--bcher-kva.example, https://xn--bcher-kva.example" })
	@Fault(62)
	void otherFormsOfTheUrlAreAccepted(String url, URI environmentUrl) {
		try (ScalekitClients clients = ScalekitClients.builder(url, "skc_1", "secret").build()) {
			assertThat(clients.environmentUrl()).isEqualTo(environmentUrl);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\r\nX-Evil: 1", "a\nb", "a\0b" })
	@Fault(63)
	void headerWithControlCharactersIsRefusedAndNotRepeated(String value) {
		Anywhere contract = this.scalekit.create(Anywhere.class);
		assertThatExceptionOfType(ScalekitTransportException.class)
			.isThrownBy(() -> contract.withHeader("org_1", value))
			.withMessageContaining("header 'X-Note'")
			.withMessageNotContainingAny("X-Evil", value);
		assertThat(this.api.requests()).isEqualTo(this.api.tokenRequests());
	}

	@Test
	@Fault(64)
	void secretThatTheServerRepeatsIsNotShown() {
		this.api.stub(post("/oauth/token").willReturn(jsonResponse("""
				{"error":"invalid_client","error_description":"unknown client with secret %s"}"""
			.formatted(TestApi.CLIENT_SECRET), 401)));
		assertThatExceptionOfType(ScalekitTokenException.class).isThrownBy(() -> this.organizations.get("org_1"))
			.withNoCause()
			.satisfies((failure) -> {
				assertThat(failure.getError().getErrorCode()).isEqualTo("invalid_client");
				assertThat(failure.getError().getDescription()).isNull();
				assertThat(failure).hasStackTraceContaining("401 invalid_client");
				assertThat(Throwables.getStackTrace(failure)).doesNotContain("s3cr3t");
			});
	}

	private String pathOfLastCall() {
		return this.api.server()
			.getAllServeEvents()
			.stream()
			.map(ServeEvent::getRequest)
			.map((request) -> request.getUrl())
			.filter((url) -> url.startsWith("/api"))
			.findFirst()
			.orElseThrow();
	}

	private static String decode(String encoded) {
		return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
	}

	interface Anywhere {

		@GetExchange
		String get(URI uri);

		@GetExchange("/api/v1/organizations/{id}")
		String withHeader(@PathVariable String id, @RequestHeader("X-Note") String note);

	}

}
