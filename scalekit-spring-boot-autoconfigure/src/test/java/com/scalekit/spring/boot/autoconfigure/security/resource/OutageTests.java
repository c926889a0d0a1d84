package com.scalekit.spring.boot.autoconfigure.security.resource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import com.scalekit.spring.boot.autoconfigure.inbound.Http.Response;
import com.scalekit.spring.boot.autoconfigure.inbound.Stack;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;
import com.scalekit.spring.test.oauth2.BrokenToken;
import com.scalekit.spring.test.oauth2.NewToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What callers see while the keys cannot be fetched: a token that nobody can check is not
 * a wrong one.
 */
@ParameterizedClass
@EnumSource(Stack.class)
@ExtendWith(OutputCaptureExtension.class)
class OutageTests {

	@Parameter
	Stack stack;

	private final ScalekitServer scalekit = ScalekitServer.start();

	@AfterEach
	void stop() {
		this.scalekit.close();
	}

	private ResourceServer start(String... arguments) {
		return ResourceServer.start(this.stack, this.scalekit, arguments);
	}

	@Test
	void thousandTokensWithUnknownKeysCauseTwoRequests() throws Exception {
		List<String> tokens = IntStream.range(0, 1000)
			.mapToObj((number) -> user().broken(BrokenToken.UNKNOWN_KEY).header("kid", "key" + number).sign())
			.toList();
		ExecutorService executor = Executors.newFixedThreadPool(16);
		try (ResourceServer application = start("--scalekit.resource-server.jwk-set.refetch-interval=1m")) {
			List<Future<Integer>> results = new ArrayList<>();
			tokens.forEach((token) -> results.add(executor.submit(() -> application.get("/me", token).status())));
			for (Future<Integer> result : results) {
				assertThat(result.get()).isIn(401, 503);
			}
			assertThat(application.get("/me", user()).status()).isEqualTo(200);
			assertThat(fetches()).isEqualTo(2);
		}
		finally {
			executor.shutdown();
		}
	}

	@Test
	void keysOfTokensAreNeverUsed() {
		for (BrokenToken mistake : List.of(BrokenToken.UNKNOWN_KEY, BrokenToken.EMBEDDED_KEY, BrokenToken.KEY_SET_URL,
				BrokenToken.CERTIFICATE_URL)) {
			try (ResourceServer application = start()) {
				assertThat(application.get("/me", user().broken(mistake)).status()).isEqualTo(401);
			}
		}
		assertThat(this.scalekit.requests())
			.allSatisfy((request) -> assertThat(request.operation()).isEqualTo("GET /keys"));
	}

	@Test
	void rotationIsSeenByTheFirstNewToken() {
		try (ResourceServer application = start()) {
			String old = user().sign();
			assertThat(application.get("/me", old).status()).isEqualTo(200);
			this.scalekit.keys().rotate();
			assertThat(application.get("/me", user()).status()).isEqualTo(200);
			assertThat(application.get("/me", old).status()).isEqualTo(200);
			assertThat(fetches()).isEqualTo(2);
		}
	}

	@Test
	void knownKeysWorkAndUnknownOnesCannotBeChecked(CapturedOutput output) {
		try (ResourceServer application = start()) {
			assertThat(application.get("/me", user()).status()).isEqualTo(200);
			this.scalekit.refuseConnections();
			assertThat(application.get("/me", user()).status()).isEqualTo(200);
			String token = user().broken(BrokenToken.UNKNOWN_KEY).sign();
			assertUnavailable(application.get("/me", token));
			assertThat(application.get("/me", user()).status()).isEqualTo(200);
			assertThat(output).contains("Key set cannot be fetched from " + this.scalekit.url() + "/keys")
				.doesNotContain(token);
		}
	}

	@Test
	void outageFromTheStart() {
		try (ResourceServer application = start("--scalekit.resource-server.jwk-set.refetch-interval=1s")) {
			this.scalekit.outage(Duration.ofHours(1));
			for (int i = 0; i < 4; i++) {
				assertUnavailable(application.get("/me", user()));
			}
			assertThat(application.http().get("/me").status()).isEqualTo(401);
			assertThat(application.get("/me", user().claim("alg", "none").broken(BrokenToken.UNSIGNED)).status())
				.isEqualTo(401);
		}
	}

	@Test
	void emptyKeySet() {
		try (ResourceServer application = start()) {
			this.scalekit.keys().publish(0);
			assertUnavailable(application.get("/me", user()));
		}
	}

	@Test
	void answersThatAreNoKeySet() {
		try (ScalekitServer elsewhere = ScalekitServer.start()) {
			for (ScriptedResponse answer : List.of(ScriptedResponse.of(200).withBody("text/html", "<html></html>"),
					ScriptedResponse.of(200).withBody("application/json", "{\"keys\":[]}" + " ".repeat(1024 * 1024)),
					ScriptedResponse.of(302).withHeader("Location", elsewhere.url() + "/keys"))) {
				try (ResourceServer application = start()) {
					this.scalekit.next("GET /keys").respondsWith(answer);
					assertUnavailable(application.get("/me", user()));
				}
			}
			assertThat(fetches()).isEqualTo(3);
			assertThat(elsewhere.requests()).isEmpty();
		}
	}

	@Test
	void slowKeySet() {
		try (ResourceServer application = start()) {
			this.scalekit.keys().slow(Duration.ofMillis(700));
			assertThat(application.get("/me", user()).status()).isEqualTo(200);
		}
	}

	@Test
	void keySetThatIsTooSlow() {
		try (ResourceServer application = start("--scalekit.http.read-timeout=200ms")) {
			this.scalekit.keys().slow(Duration.ofSeconds(3));
			assertUnavailable(application.get("/me", user()));
		}
	}

	private static void assertUnavailable(Response response) {
		assertThat(response.status()).isEqualTo(503);
		assertThat(response.head()).contains("retry-after: 5").doesNotContain("www-authenticate");
		assertThat(response.body()).isEmpty();
	}

	private NewToken user() {
		return this.scalekit.accessTokens().user("usr_1").organization("org_1");
	}

	private int fetches() {
		return this.scalekit.requests("GET /keys").size();
	}

}
