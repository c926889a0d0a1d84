package com.example.console.environment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.mock;
import static org.mockito.BDDMockito.then;

/**
 * What the buttons do to Scalekit.
 */
class TroubleControllerTests {

	private static final String LIST = "/api/v1/organizations";

	private static final AdjustableClock clock = new AdjustableClock();

	private static final ScalekitServer scalekit = ScalekitServer.builder().clock(clock).start();

	private final Traffic traffic = mock();

	private final MockMvcTester console = MockMvcTester.of(new TroubleController(scalekit, this.traffic, messages()));

	private final RestClient client = RestClient.builder()
		.baseUrl(scalekit.url())
		.defaultStatusHandler((status) -> true, (request, response) -> {
		})
		.build();

	@BeforeEach
	void reset() {
		scalekit.reset();
	}

	@AfterAll
	static void closeServer() {
		scalekit.close();
	}

	@Test
	void startAndStopCalls() {
		press("start", "Ten calls a second, for five minutes");
		then(this.traffic).should().start();
		press("stop", "No more calls");
		then(this.traffic).should().stop();
	}

	@Test
	void makeAnOutageThatEnds() {
		String token = token().accessToken();
		press("outage", "Scalekit answers nothing but 503 for 5 seconds");
		clock.advance(Duration.ofMillis(4999));
		assertThat(list(token).getStatusCode().value()).isEqualTo(503);
		clock.advance(Duration.ofMillis(1));
		assertThat(list(token).getStatusCode().value()).isEqualTo(200);
	}

	@Test
	void revokeTokens() {
		String token = token().accessToken();
		press("revocation", "All access tokens are revoked");
		assertThat(list(token).getStatusCode().value()).isEqualTo(401);
		assertThat(list(token().accessToken()).getStatusCode().value()).isEqualTo(200);
	}

	@Test
	void shortenTokens() {
		String token = token().accessToken();
		press("short-lived-tokens", "Access tokens live for 10 seconds from now on");
		assertThat(list(token).getStatusCode().value()).isEqualTo(401);
		assertThat(token().expiresIn()).isEqualTo(10);
		press("long-lived-tokens", "Access tokens live for a day from now on");
		assertThat(token().expiresIn()).isEqualTo(86_399);
	}

	@Test
	void refuseTooManyRequests() {
		String token = token().accessToken();
		press("rate-limit", "The next 20 requests are too many, and are to be sent again in 2 seconds");
		assertThat(Stream.generate(() -> list(token)).limit(20)).allSatisfy((response) -> {
			assertThat(response.getStatusCode().value()).isEqualTo(429);
			assertThat(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
		});
		assertThat(list(token).getStatusCode().value()).isEqualTo(200);
	}

	@Test
	void slowAnswersDown() {
		String token = token().accessToken();
		press("slow-answers", "The next 50 answers take a second");
		long start = System.nanoTime();
		assertThat(list(token).getStatusCode().value()).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
	}

	@Test
	void breakSomeConnections() {
		String token = token().accessToken();
		press("broken-connections", "20 of the next 60 requests lose their connection");
		assertThat(Stream.generate(() -> isAnswered(token)).limit(61).toList()).startsWith(false, true, true, false)
			.endsWith(true, true, true)
			.filteredOn((answered) -> !answered)
			.hasSize(20);
	}

	@Test
	void signWithANewKey() {
		String key = scalekit.keys().currentId();
		press("new-key", "Scalekit signs with a new key from now on");
		assertThat(scalekit.keys().currentId()).isNotEqualTo(key);
	}

	@Test
	void thatAreUnknownAreNotFound() {
		assertThat(this.console.post().uri("/activity/everything")).hasStatus(HttpStatus.NOT_FOUND);
	}

	private boolean isAnswered(String token) {
		try {
			return list(token).getStatusCode().is2xxSuccessful();
		}
		catch (ResourceAccessException ex) {
			return false;
		}
	}

	private static MessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages");
		return messages;
	}

	private void press(String button, String message) {
		assertThat(this.console.post().uri("/activity/" + button)).hasRedirectedUrl("/activity")
			.flash()
			.containsEntry("message", message);
	}

	private Token token() {
		return this.client.post()
			.uri("/oauth/token")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.body("grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(scalekit.clientId(),
					scalekit.clientSecret()))
			.retrieve()
			.body(Token.class);
	}

	private ResponseEntity<Void> list(String token) {
		return this.client.get()
			.uri(LIST)
			.headers((headers) -> headers.setBearerAuth(token))
			.retrieve()
			.toBodilessEntity();
	}

	private record Token(@JsonProperty("access_token") String accessToken, @JsonProperty("expires_in") long expiresIn) {

	}

	private static final class AdjustableClock extends Clock {

		private Instant now = Instant.parse("2026-01-01T00:00:00Z");

		void advance(Duration duration) {
			this.now = this.now.plus(duration);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

	}

}
