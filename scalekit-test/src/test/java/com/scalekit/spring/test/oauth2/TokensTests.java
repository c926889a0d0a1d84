package com.scalekit.spring.test.oauth2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TokensTests {

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void tokenExpires() {
		this.server.tokens().lifetime(Duration.ofSeconds(300));
		TestClient client = TestClient.authorized(this.server);
		this.clock.advance(Duration.ofMillis(299_999));
		assertThat(client.get("/api/v1/organizations").status()).isEqualTo(200);
		this.clock.advance(Duration.ofMillis(1));
		ResponseAssert.assertThat(client.get("/api/v1/organizations")).isError(401, 16, "UNAUTHENTICATED");
	}

	@Test
	void lifetimeAppliesToTokensIssuedLater() {
		TestClient longLived = TestClient.authorized(this.server);
		this.server.tokens().lifetime(Duration.ofSeconds(1));
		TestClient client = TestClient.withoutToken(this.server);
		assertThat(client.token(client.credentials()).json().get("expires_in").longValue()).isEqualTo(1);
		this.clock.advance(Duration.ofHours(23));
		assertThat(longLived.get("/api/v1/organizations").status()).isEqualTo(200);
	}

	@Test
	void tokenWithoutLifetimeIsRefusedAtOnce() {
		this.server.tokens().lifetime(Duration.ZERO);
		ResponseAssert.assertThat(TestClient.authorized(this.server).get("/api/v1/organizations"))
			.isError(401, 16, "UNAUTHENTICATED");
	}

	@Test
	void lifetimeMustBeExpressibleInSeconds() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.tokens().lifetime(Duration.ofSeconds(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.tokens().lifetime(Duration.ofMillis(1500)));
	}

	@Test
	void revokeAllRefusesOldTokensAndAcceptsNewOnes() {
		TestClient first = TestClient.authorized(this.server);
		TestClient second = TestClient.authorized(this.server);
		this.server.tokens().revokeAll();
		ResponseAssert.assertThat(first.get("/api/v1/organizations")).isError(401, 16, "UNAUTHENTICATED");
		ResponseAssert.assertThat(second.get("/api/v1/organizations")).isError(401, 16, "UNAUTHENTICATED");
		assertThat(TestClient.authorized(this.server).get("/api/v1/organizations").status()).isEqualTo(200);
		assertThat(this.server.tokens().issued()).isEqualTo(3);
	}

	@Test
	void expiredTokensAreNotKept() {
		this.server.tokens().lifetime(Duration.ofSeconds(30));
		TestClient client = TestClient.withoutToken(this.server);
		for (int i = 0; i < 5; i++) {
			client.fetchToken();
		}
		assertThat(this.server.tokens().held()).isEqualTo(5);
		this.clock.advance(Duration.ofMinutes(1));
		client.fetchToken();
		assertThat(this.server.tokens().held()).isEqualTo(1);
		assertThat(this.server.tokens().issued()).isEqualTo(6);
	}

	@Test
	void concurrentRequestsGetTokensOfTheirOwn() throws Exception {
		TestClient client = TestClient.withoutToken(this.server);
		Set<String> tokens = ConcurrentHashMap.newKeySet();
		ExecutorService executor = Executors.newFixedThreadPool(50);
		try {
			List<Future<?>> fetches = new ArrayList<>();
			for (int i = 0; i < 500; i++) {
				fetches.add(executor.submit(() -> tokens.add(client.fetchToken())));
			}
			for (Future<?> fetch : fetches) {
				fetch.get();
			}
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(tokens).hasSize(500);
		assertThat(this.server.tokens().issued()).isEqualTo(500);
		assertThat(tokens).allMatch(this.server.tokens()::accepts);
	}

}
