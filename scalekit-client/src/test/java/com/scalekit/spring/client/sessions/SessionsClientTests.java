package com.scalekit.spring.client.sessions;

import java.time.Instant;
import java.util.stream.Stream;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class SessionsClientTests extends ContractTests<SessionsClient> {

	SessionsClientTests() {
		super(SessionsClient.class);
	}

	@Override
	protected Stream<Call<SessionsClient>> calls() {
		return Stream.of(call("GET /api/v1/sessions/ses_1", (sessions) -> sessions.get("ses_1")),
				call("GET /api/v1/users/usr_1/sessions", (sessions) -> sessions.listByUser("usr_1")),
				call("GET /api/v1/users/usr%3A1/sessions?page_size=10&page_token=a%2Bb&filter.status=active"
						+ "&filter.status=logout&filter.start_time=2025-03-20T13%3A55%3A46.690Z"
						+ "&filter.end_time=2025-03-21T00%3A00%3A00Z",
						(sessions) -> sessions.listByUser("usr:1",
								SessionQuery.any()
									.withStatus(SessionStatus.ACTIVE, SessionStatus.LOGOUT)
									.withStartTime(Instant.parse("2025-03-20T13:55:46.690Z"))
									.withEndTime(Instant.parse("2025-03-21T00:00:00Z")),
								10, "a+b")),
				call("GET /api/v1/users/usr_1/sessions?page_size=100", (sessions) -> sessions.allByUser("usr_1")),
				call("GET /api/v1/users/usr_1/sessions?page_size=100&filter.status=revoked",
						(sessions) -> sessions.allByUser("usr_1",
								SessionQuery.any().withStatus(SessionStatus.REVOKED))),
				call("POST /api/v1/sessions/ses_1/revoke", (sessions) -> sessions.revoke("ses_1")),
				call("POST /api/v1/users/usr_1/sessions/revoke", (sessions) -> sessions.revokeAllOfUser("usr_1")));
	}

}
