package com.scalekit.spring.test.authenticationlogs;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AuthenticationLogsApiTests {

	private static final String PATH = "/api/v1/logs/authentication/requests";

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final TestClient client = TestClient.authorized(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void requestHasAllThatWasAdded() {
		String id = this.server.authenticationLogs()
			.add("ann@acme.com",
					(request) -> request.status("PENDING")
						.organization("org_1")
						.connection("conn_1", "OIDC", "OKTA")
						.client("skc_1")
						.resource("app_1"));
		assertThat(this.client.get(PATH).json().at("/authRequests/0")).isEqualTo(TestClient.json("""
				{ "auth_request_id": "%s", "email": "ann@acme.com", "status": "PENDING", "organization_id": "org_1",
					"connection_id": "conn_1", "connection_type": "OIDC", "connection_provider": "OKTA",
					"connection_details": [ { "connection_id": "conn_1", "connection_type": "OIDC",
						"connection_provider": "OKTA", "organization_id": "org_1" } ],
					"client_id": "skc_1", "client_name": "", "client_type": "", "environment_id": "",
					"resource_id": "app_1", "resource_name": "", "resource_type": "", "workflow": "",
					"timestamp": "2026-03-04T05:06:07.123456Z" }
				""".formatted(id)));
	}

	@Test
	void newestRequestIsFirstOnPagesInBothDirections() {
		String first = this.server.authenticationLogs().add("ann@acme.com");
		String second = this.server.authenticationLogs().add("ann@acme.com");
		String third = this.server.authenticationLogs().add("ann@acme.com");
		JsonNode page = this.client.get(PATH + "?page_size=2").json();
		assertThat(ids(page)).containsExactly(third, second);
		assertThat(page.get("total_size").intValue()).isEqualTo(3);
		assertThat(page.get("prev_page_token").stringValue()).isEmpty();
		JsonNode last = page(page.get("next_page_token"));
		assertThat(ids(last)).containsExactly(first);
		assertThat(last.get("next_page_token").stringValue()).isEmpty();
		assertThat(ids(page(last.get("prev_page_token")))).containsExactly(third, second);
		assertThat(this.server.authenticationLogs().all()).extracting(StoredAuthenticationRequest::authRequestId)
			.containsExactly(third, second, first);
	}

	@Test
	void requestsThatMatchAQuery() {
		String early = this.server.authenticationLogs().add("ann@acme.com", (request) -> request.client("skc_1"));
		this.clock.advance(Duration.ofMinutes(1));
		String failed = this.server.authenticationLogs()
			.add("bob@acme.com", (request) -> request.status("FAILED").resource("app_1"));
		assertThat(list("?status=success")).containsExactly(early);
		assertThat(list("?status=FAILED&status=SUCCESS")).containsExactly(failed, early);
		assertThat(list("?email=Bob@acme.com")).containsExactly(failed);
		assertThat(list("?client_id=skc_1")).containsExactly(early);
		assertThat(list("?resource_id=app_1")).containsExactly(failed);
		assertThat(list("?start_time=" + this.clock.instant().minusSeconds(1))).containsExactly(failed);
		assertThat(list("?end_time=" + this.clock.instant().minusSeconds(1))).containsExactly(early);
		assertThat(list("?email=ann@acme.com&status=FAILED")).isEmpty();
	}

	@Test
	void onlyKnownStatusesAreAdded() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> this.server.authenticationLogs().add("ann@acme.com", (request) -> request.status("LOST")));
		assertThat(this.server.authenticationLogs().all()).isEmpty();
	}

	@Test
	void resetForgetsRequests() {
		this.server.authenticationLogs().add("ann@acme.com");
		this.server.reset();
		assertThat(list("")).isEmpty();
	}

	private JsonNode page(JsonNode token) {
		return this.client.get(PATH + "?page_size=2&page_token=" + token.stringValue().replace("=", "%3D")).json();
	}

	private List<String> list(String query) {
		return ids(this.client.get(PATH + query).json());
	}

	private static List<String> ids(JsonNode page) {
		return page.get("authRequests").findValuesAsString("auth_request_id");
	}

}
