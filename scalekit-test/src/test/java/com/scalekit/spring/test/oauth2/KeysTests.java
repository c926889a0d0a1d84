package com.scalekit.spring.test.oauth2;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.ScriptedResponse;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KeysTests {

	private final ScalekitServer server = ScalekitServer.start();

	private final TestClient client = TestClient.withoutToken(this.server).unchecked();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void publishesKey() {
		Response response = this.client.get("/keys");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.header("Content-Type")).isEqualTo("application/json");
		JsonNode key = response.json().at("/keys/0");
		assertThat(key.propertyNames()).containsExactly("use", "kty", "kid", "alg", "n", "e");
		assertThat(key.get("kid").stringValue()).matches("snk_\\d{18}").isEqualTo(this.server.keys().currentId());
		assertThat(key.get("e").stringValue()).isEqualTo("AQAB");
		assertThat(this.server.requests("GET /keys")).hasSize(1);
	}

	@Test
	void rotates() {
		ParsedToken before = sign();
		String old = this.server.keys().currentId();
		String rotated = this.server.keys().rotate();
		ParsedToken after = sign();
		assertThat(ids()).containsExactly(rotated, old);
		assertThat(before.isSignedBy(keySet())).isTrue();
		assertThat(after.isSignedBy(keySet())).isTrue();
		assertThat(after.header().get("kid").stringValue()).isEqualTo(rotated);
		this.server.keys().dropOld();
		assertThat(ids()).containsExactly(rotated);
		assertThat(before.isSignedBy(keySet())).isFalse();
	}

	@Test
	void publishesAnyNumberOfKeys() {
		ParsedToken token = sign();
		this.server.keys().publish(0);
		assertThat(ids()).isEmpty();
		this.server.keys().publish(3000);
		assertThat(ids()).hasSize(3000).doesNotHaveDuplicates();
		assertThat(token.isSignedBy(keySet())).isTrue();
		assertThat(this.client.get("/keys").body().length()).isGreaterThan(1024 * 1024);
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.keys().publish(-1));
	}

	@Test
	void isSlow() {
		this.server.keys().slow(Duration.ofMillis(300));
		long start = System.nanoTime();
		assertThat(this.client.get("/keys").status()).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.keys().slow(Duration.ofMillis(-1)));
	}

	@Test
	void hasFaultsOfOtherOperations() {
		this.server.next("GET /keys").respondsWith(ScriptedResponse.of(302).withHeader("Location", "/forged-keys"));
		assertThat(this.client.get("/keys").status()).isEqualTo(302);
		this.server.outage(Duration.ofMinutes(1));
		assertThat(this.client.get("/keys").status()).isEqualTo(503);
	}

	@Test
	void resetKeepsNewestKeyOnly() {
		this.server.keys().rotate();
		this.server.keys().publish(5);
		this.server.keys().slow(Duration.ofMinutes(1));
		String current = this.server.keys().currentId();
		this.server.reset();
		assertThat(ids()).containsExactly(current);
	}

	@Test
	void serversHaveDifferentKeys() {
		try (ScalekitServer other = ScalekitServer.start()) {
			ParsedToken token = ParsedToken.parse(other.accessTokens().user("usr_1").sign());
			assertThat(token.isSignedBy(keySet())).isFalse();
		}
	}

	private ParsedToken sign() {
		return ParsedToken.parse(this.server.accessTokens().user("usr_1").sign());
	}

	private List<String> ids() {
		return keySet().get("keys").values().stream().map((key) -> key.get("kid").stringValue()).toList();
	}

	private JsonNode keySet() {
		return this.client.get("/keys").json();
	}

}
