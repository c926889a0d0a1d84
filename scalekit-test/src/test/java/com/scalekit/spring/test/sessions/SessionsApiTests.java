package com.scalekit.spring.test.sessions;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SessionsApiTests {

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private TestClient client = TestClient.authorized(this.server);

	private final String organizationId = this.server.organizations().add("Acme");

	private final String userId = addUser("ann@acme.com");

	private final String path = "/api/v1/users/%s/sessions".formatted(this.userId);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void sessionTellsItsDevice() {
		String id = this.server.sessions()
			.add(this.userId, this.organizationId,
					(session) -> session.device("mobile", "Android 16", "Firefox for Android")
						.from("192.0.2.1", "Norway", "Bergen"));
		JsonNode device = this.client.get("/api/v1/sessions/" + id).json().get("device");
		assertThat(device.get("device_type").stringValue()).isEqualTo("mobile");
		assertThat(device.get("os").stringValue()).isEqualTo("Android");
		assertThat(device.get("os_version").stringValue()).isEqualTo("16");
		assertThat(device.get("browser").stringValue()).isEqualTo("Firefox for Android");
		assertThat(device.get("browser_version").stringValue()).isEmpty();
		assertThat(device.get("ip").stringValue()).isEqualTo("192.0.2.1");
		assertThat(device.at("/location/region").stringValue()).isEqualTo("Norway");
		assertThat(device.at("/location/city").stringValue()).isEqualTo("Bergen");
		assertThat(this.client.get("/api/v1/sessions/" + add()).json().has("device")).isFalse();
	}

	@Test
	void sessionIsActive() {
		JsonNode session = this.client.get("/api/v1/sessions/" + add()).json();
		assertThat(session.get("status").stringValue()).isEqualTo("active");
		assertThat(session.get("user_id").stringValue()).isEqualTo(this.userId);
		assertThat(session.at("/authenticated_organizations/0").stringValue()).isEqualTo(this.organizationId);
		assertThat(session.has("expired_at")).isFalse();
		assertThat(session.has("logout_at")).isFalse();
	}

	@Test
	void sessionExpires() {
		String id = add();
		pass(Duration.ofDays(1));
		JsonNode session = this.client.get("/api/v1/sessions/" + id).json();
		assertThat(session.get("status").stringValue()).isEqualTo("expired");
		assertThat(session.get("expired_at")).isEqualTo(session.get("idle_expires_at"));
		ResponseAssert.assertThat(revoke(id)).isError(400, 9, "FAILED_PRECONDITION");
	}

	@Test
	void sessionsOfAUserByStatus() {
		String expired = add();
		pass(Duration.ofDays(2));
		String revoked = add();
		String signedOut = add();
		String active = add();
		this.server.sessions().add(addUser("bob@acme.com"), this.organizationId);
		revoke(revoked);
		this.server.sessions().signOut(signedOut);
		assertThat(list("")).containsExactly(expired, revoked, signedOut, active);
		assertThat(list("?filter.status=active")).containsExactly(active);
		assertThat(list("?filter.status=expired&filter.status=logout")).containsExactly(expired, signedOut);
		assertThat(list("?filter.status=revoked&page_size=1")).containsExactly(revoked);
		assertThat(list("?filter.start_time=" + this.clock.instant().truncatedTo(ChronoUnit.MICROS)))
			.containsExactly(revoked, signedOut, active);
		assertThat(list("?filter.end_time=" + this.clock.instant().minusSeconds(1))).containsExactly(expired);
	}

	@Test
	void revokedSessionStaysRevoked() {
		String id = add();
		JsonNode session = revoke(id).json().get("revoked_session");
		assertThat(session.get("status").stringValue()).isEqualTo("revoked");
		assertThat(session.get("expired_at").stringValue())
			.isEqualTo(this.clock.instant().truncatedTo(ChronoUnit.MICROS).toString());
		assertThat(revoke(id).json().get("revoked_session")).isEqualTo(session);
	}

	@Test
	void activeSessionsOfAUserAreRevoked() {
		String signedOut = add();
		String first = add();
		String second = add();
		this.server.sessions().signOut(signedOut);
		String other = this.server.sessions().add(addUser("bob@acme.com"), this.organizationId);
		JsonNode revoked = this.client.send("POST", this.path + "/revoke", null).json();
		assertThat(revoked.get("total_revoked").intValue()).isEqualTo(2);
		assertThat(revoked.get("revoked_sessions").findValuesAsString("session_id")).containsExactly(first, second);
		assertThat(this.server.sessions().get(signedOut).status()).isEqualTo("logout");
		assertThat(this.server.sessions().get(other).status()).isEqualTo("active");
		assertThat(this.client.send("POST", this.path + "/revoke", null).json().get("total_revoked").intValue())
			.isZero();
	}

	@Test
	void sessionsGoWithTheirOrganization() {
		String id = add();
		this.client.delete("/api/v1/organizations/" + this.organizationId);
		ResponseAssert.assertThat(this.client.get("/api/v1/sessions/" + id))
			.isError(404, 5, "RESOURCE_NOT_FOUND")
			.hasMessage("session not found");
		this.server.reset();
		assertThat(this.server.sessions().all(this.userId)).isEmpty();
	}

	/**
	 * Tokens expire, too.
	 */
	private void pass(Duration duration) {
		this.clock.advance(duration);
		this.client = TestClient.authorized(this.server);
	}

	@Test
	void sessionsGoWithTheirUser() {
		String id = add();
		this.client.delete("/api/v1/users/" + this.userId);
		ResponseAssert.assertThat(this.client.get("/api/v1/sessions/" + id)).isError(404, 5, "RESOURCE_NOT_FOUND");
		ResponseAssert.assertThat(this.client.get(this.path))
			.isError(404, 5, "RESOURCE_NOT_FOUND")
			.hasMessage("user not found");
		assertThatIllegalArgumentException().isThrownBy(this::add).withMessage("user not found");
	}

	private String addUser(String email) {
		return this.server.users().add(email, (user) -> user.memberOf(this.organizationId));
	}

	private String add() {
		return this.server.sessions().add(this.userId, this.organizationId);
	}

	private TestClient.Response revoke(String id) {
		return this.client.send("POST", "/api/v1/sessions/%s/revoke".formatted(id), null);
	}

	private List<String> list(String query) {
		return this.client.get(this.path + query).json().get("sessions").findValuesAsString("session_id");
	}

}
