package com.scalekit.spring.client.authenticationlogs;

import java.time.Instant;
import java.util.stream.Stream;

import com.scalekit.spring.client.authenticationlogs.AuthenticationRequest.Status;
import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class AuthenticationLogsClientTests extends ContractTests<AuthenticationLogsClient> {

	private static final String REQUESTS = "/api/v1/logs/authentication/requests";

	AuthenticationLogsClientTests() {
		super(AuthenticationLogsClient.class);
	}

	@Override
	protected Stream<Call<AuthenticationLogsClient>> calls() {
		return Stream.of(call("GET " + REQUESTS, (logs) -> logs.list()),
				call("GET " + REQUESTS + "?page_size=10&page_token=a%2Bb&email=jane%2Bdoe%40acme.com&status=SUCCESS"
						+ "&status=FAILED&start_time=2025-03-20T13%3A55%3A46.690Z&end_time=2025-03-21T00%3A00%3A00Z"
						+ "&resource_id=app_1&client_id=skc_1",
						(logs) -> logs.list(AuthenticationLogQuery.any()
							.withEmail("jane+doe@acme.com")
							.withStatus(Status.SUCCESS, Status.FAILED)
							.withStartTime(Instant.parse("2025-03-20T13:55:46.690Z"))
							.withEndTime(Instant.parse("2025-03-21T00:00:00Z"))
							.withResourceId("app_1")
							.withClientId("skc_1"), 10, "a+b")),
				call("GET " + REQUESTS + "?page_size=100", (logs) -> logs.all()),
				call("GET " + REQUESTS + "?page_size=100&status=PENDING",
						(logs) -> logs.all(AuthenticationLogQuery.any().withStatus(Status.PENDING))));
	}

}
