package com.example.reference;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

import com.scalekit.spring.client.authenticationlogs.AuthenticationLogQuery;
import com.scalekit.spring.client.authenticationlogs.AuthenticationLogsClient;
import com.scalekit.spring.client.authenticationlogs.AuthenticationRequest;

@Service
class SignInHistory {

	private final AuthenticationLogsClient logs;

	SignInHistory(AuthenticationLogsClient logs) {
		this.logs = logs;
	}

	List<AuthenticationRequest> latestFailures(String email, Instant since) {
		AuthenticationLogQuery failures = AuthenticationLogQuery.any()
			.withEmail(email)
			.withStatus(AuthenticationRequest.Status.FAILED)
			.withStartTime(since);
		try (Stream<AuthenticationRequest> all = this.logs.all(failures)) {
			return all.limit(20).toList();
		}
	}

}
