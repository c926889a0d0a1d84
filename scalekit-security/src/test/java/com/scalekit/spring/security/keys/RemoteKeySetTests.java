package com.scalekit.spring.security.keys;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.security.MutableClock;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RemoteKeySetTests {

	private final ScalekitServer scalekit = ScalekitServer.start();

	private final MutableClock clock = new MutableClock();

	private final AtomicInteger clients = new AtomicInteger();

	private final RemoteKeySet keySet = keySet(this.scalekit.url());

	private RemoteKeySet keySet(String url) {
		return new RemoteKeySet(URI.create(url + "/keys"), () -> {
			this.clients.incrementAndGet();
			return WebClient.create();
		}, RemoteKeySet.CACHE_TTL, RemoteKeySet.REFETCH_INTERVAL, this.clock);
	}

	@AfterEach
	void stop() {
		this.scalekit.close();
	}

	@Test
	void isFetchedOnceWhenItIsNeeded() throws Exception {
		assertThat(this.clients).hasValue(0);
		String key = this.scalekit.keys().currentId();
		for (int i = 0; i < 100; i++) {
			assertThat(find(key)).hasSize(1);
		}
		assertThat(fetches()).isEqualTo(1);
		assertThat(this.clients).hasValue(1);
	}

	@Test
	void callersWaitForTheFirstKeySet() throws Exception {
		String key = this.scalekit.keys().currentId();
		this.scalekit.keys().slow(Duration.ofMillis(300));
		assertThat(inParallel(50, () -> find(key).size())).containsOnly(1);
		assertThat(fetches()).isEqualTo(1);
	}

	@Test
	void isFetchedAgainWhenItIsTooOld() throws Exception {
		String key = this.scalekit.keys().currentId();
		find(key);
		this.clock.advance(Duration.ofSeconds(299));
		find(key);
		assertThat(fetches()).isEqualTo(1);
		this.clock.advance(Duration.ofSeconds(1));
		find(key);
		assertThat(fetches()).isEqualTo(2);
	}

	@Test
	void keyThatIsDroppedIsNoLongerKnownAfterFiveMinutes() throws Exception {
		String old = this.scalekit.keys().currentId();
		find(old);
		this.scalekit.keys().rotate();
		this.scalekit.keys().dropOld();
		assertThat(find(old)).hasSize(1);
		this.clock.advance(Duration.ofMinutes(5));
		assertThat(find(old)).isEmpty();
	}

	@Test
	void rotationIsSeenByTheFirstNewToken() throws Exception {
		find(this.scalekit.keys().currentId());
		String key = this.scalekit.keys().rotate();
		assertThat(find(key)).hasSize(1);
		assertThat(fetches()).isEqualTo(2);
	}

	@Test
	void unknownKeysCauseTwoRequests() throws Exception {
		String key = this.scalekit.keys().currentId();
		assertThat(find("unknown")).isEmpty();
		for (int i = 0; i < 1000; i++) {
			String unknown = "unknown" + i;
			assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> find(unknown));
		}
		assertThat(find(key)).hasSize(1);
		assertThat(fetches()).isEqualTo(2);
		this.clock.advance(Duration.ofSeconds(10));
		assertThat(find("unknown")).isEmpty();
		assertThat(fetches()).isEqualTo(3);
	}

	@Test
	void keysThatAreKnownAreGoodForAnHourOfOutage() throws Exception {
		String key = this.scalekit.keys().currentId();
		find(key);
		this.scalekit.refuseConnections();
		this.clock.advance(Duration.ofMinutes(59));
		assertThat(find(key)).hasSize(1);
		assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> find("unknown"));
		this.clock.advance(Duration.ofMinutes(1));
		assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> find(key));
		this.scalekit.acceptConnections();
		this.clock.advance(Duration.ofSeconds(10));
		assertThat(find(key)).hasSize(1);
	}

	@Test
	void knownKeysAreNeverFetched() throws Exception {
		String key = this.scalekit.keys().currentId();
		assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> known(key));
		assertThat(fetches()).isZero();
		find(key);
		assertThat(known(key)).hasSize(1);
		assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> known("unknown"));
		this.clock.advance(Duration.ofMinutes(5));
		assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> known(key));
		assertThat(fetches()).isEqualTo(1);
	}

	@Test
	void nobodyWaitsWhileOneCallerRefreshesWhatIsOld() throws Exception {
		String key = this.scalekit.keys().currentId();
		find(key);
		this.scalekit.keys().slow(Duration.ofSeconds(2));
		this.clock.advance(Duration.ofMinutes(6));
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try {
			Future<List<JWK>> refreshing = executor.submit(() -> find(key));
			while (fetches() < 2) {
				Thread.onSpinWait();
			}
			for (int i = 0; i < 100; i++) {
				assertThat(find(key)).hasSize(1);
			}
			assertThat(refreshing).isNotDone();
			assertThat(refreshing.get()).hasSize(1);
		}
		finally {
			executor.shutdown();
		}
	}

	@Test
	void fewCallersWaitForUnknownKeys() throws Exception {
		find(this.scalekit.keys().currentId());
		this.scalekit.keys().slow(Duration.ofSeconds(1));
		assertThat(inParallel(100, () -> {
			try {
				return find("unknown").size();
			}
			catch (KeySourceException ex) {
				return -1;
			}
		})).contains(0, -1);
		assertThat(fetches()).isEqualTo(2);
	}

	@Test
	void answersThatAreNoKeySet() {
		List<ResponseDefinitionBuilder> answers = List.of(WireMock.serviceUnavailable(), WireMock.unauthorized(),
				WireMock.noContent(), WireMock.ok(), WireMock.ok("<html>down</html>"), WireMock.okJson("{}"),
				WireMock.okJson("[]"), WireMock.okJson("{\"keys\":[]}"), WireMock.okJson("{\"keys\":[{}]}"),
				WireMock.okJson("{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}"),
				WireMock.okJson("{\"keys\":[]," + " ".repeat(1024 * 1024) + "}"));
		for (ResponseDefinitionBuilder answer : answers) {
			WireMockServer server = new WireMockServer(0);
			server.start();
			try {
				server.stubFor(WireMock.get("/keys").willReturn(answer));
				assertThatExceptionOfType(KeySourceException.class)
					.isThrownBy(() -> find(keySet(server.baseUrl()), "key"));
			}
			finally {
				server.stop();
			}
		}
	}

	@Test
	void redirectsAreNotFollowed() {
		WireMockServer server = new WireMockServer(0);
		server.start();
		try {
			server.stubFor(WireMock.get("/keys").willReturn(WireMock.temporaryRedirect(this.scalekit.url() + "/keys")));
			assertThatExceptionOfType(KeySourceException.class)
				.isThrownBy(() -> find(keySet(server.baseUrl()), this.scalekit.keys().currentId()));
			assertThat(fetches()).isZero();
		}
		finally {
			server.stop();
		}
	}

	private List<JWK> find(String key) throws KeySourceException {
		return find(this.keySet, key);
	}

	private List<JWK> known(String key) throws KeySourceException {
		return find(this.keySet.known(), key);
	}

	private static List<JWK> find(JWKSource<SecurityContext> keySet, String key) throws KeySourceException {
		return keySet.get(new JWKSelector(new JWKMatcher.Builder().keyID(key).build()), null);
	}

	private int fetches() {
		return this.scalekit.requests("GET /keys").size();
	}

	private static <T> List<T> inParallel(int count, Callable<T> call) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(count);
		try {
			List<T> results = new ArrayList<>();
			for (Future<T> result : executor.invokeAll(Collections.nCopies(count, call))) {
				results.add(result.get());
			}
			return results;
		}
		finally {
			executor.shutdown();
		}
	}

}
