package com.scalekit.spring.client.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.test.ScalekitServer;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Clocks that disagree, restarts and new secrets.
 */
class LifecycleFaultTests {

	@Test
	@Fault(68)
	void tokenThatExpiredUnnoticedCostsOneRefusal() {
		try (ScalekitServer server = ScalekitServer.start(); ScalekitClients scalekit = clients(server).build()) {
			String id = server.organizations().add("Acme");
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			organizations.get(id);
			server.tokens().revokeAll();
			for (int i = 0; i < 20; i++) {
				organizations.get(id);
			}
			assertThat(server.tokens().issued()).isEqualTo(2);
		}
	}

	@Test
	@Fault(69)
	void lifetimeIsWhatTheResponseSaysWhateverTheClockOfTheServer() {
		for (Duration drift : new Duration[] { Duration.ofMinutes(-5), Duration.ofMinutes(5), Duration.ofDays(-1) }) {
			try (TestApi api = new TestApi(); ScalekitClients scalekit = api.clients().build()) {
				api.answersToken(jwt(Instant.now().plus(drift)));
				api.stub(any(urlPathMatching("/api/v1/.*"))
					.willReturn(okJson(RawServer.ORGANIZATION).withHeader("Date", "Thu, 01 Jan 1970 00:00:00 GMT")));
				OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
				organizations.get("org_1");
				organizations.get("org_1");
				assertThat(api.tokenRequests()).isEqualTo(1);
			}
		}
	}

	private static String jwt(Instant expiryTime) {
		String claims = "{\"iat\":%d,\"exp\":%d}".formatted(expiryTime.getEpochSecond() - 10,
				expiryTime.getEpochSecond());
		return "eyJhbGciOiJub25lIn0."
				+ Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
				+ ".x";
	}

	@Test
	@Fault(73)
	void closedClientsKeepNothingAndNewOnesStartAfresh() {
		try (ScalekitServer server = ScalekitServer.start()) {
			String id = server.organizations().add("Acme");
			ScalekitClients first = clients(server).build();
			OrganizationsClient organizations = first.create(OrganizationsClient.class);
			organizations.get(id);
			first.close();
			server.tokens().revokeAll();
			try (ScalekitClients second = clients(server).build()) {
				assertThat(second.create(OrganizationsClient.class).get(id).id()).isEqualTo(id);
			}
			assertThatExceptionOfType(Exception.class).isThrownBy(() -> organizations.get(id));
			assertThat(server.tokens().issued()).isEqualTo(2);
		}
	}

	@Test
	@Fault(74)
	void newSecretNeedsNewClientsOnly() {
		try (ScalekitServer before = ScalekitServer.start();
				ScalekitClients old = ScalekitClients
					.builder(before.url(), before.clientId(), before.clientSecret() + "x")
					.build()) {
			assertThatExceptionOfType(ScalekitTokenException.class)
				.isThrownBy(() -> old.create(OrganizationsClient.class).list())
				.withMessageContaining("scalekit.client-secret");
			try (ScalekitClients renewed = clients(before).build()) {
				assertThat(renewed.create(OrganizationsClient.class).list().totalSize()).isZero();
			}
		}
	}

	@Test
	@Fault(74)
	void tokenOutlivesTheSecretItWasBoughtWith() {
		try (TestApi api = new TestApi(); ScalekitClients scalekit = api.clients().build()) {
			api.stub(any(urlPathMatching("/api/v1/.*")).willReturn(okJson(RawServer.ORGANIZATION)));
			OrganizationsClient organizations = scalekit.create(OrganizationsClient.class);
			organizations.get("org_1");
			api.stub(any(urlPathMatching("/oauth/token"))
				.willReturn(okJson("{\"error\":\"invalid_client\"}").withStatus(401)));
			assertThat(organizations.get("org_1").id()).isEqualTo("org_1");
			assertThat(api.tokenRequests()).isEqualTo(1);
		}
	}

	private static ScalekitClients.Builder clients(ScalekitServer server) {
		return ScalekitClients.builder(server.url(), server.clientId(), server.clientSecret());
	}

}
