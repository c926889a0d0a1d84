package com.example.stories;

import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.client.authenticationlogs.AuthenticationLogPage;
import com.scalekit.spring.client.authenticationlogs.AuthenticationLogQuery;
import com.scalekit.spring.client.authenticationlogs.AuthenticationLogsClient;
import com.scalekit.spring.client.authenticationlogs.AuthenticationRequest;
import com.scalekit.spring.client.authenticationlogs.AuthenticationRequest.Status;
import com.scalekit.spring.client.authenticationlogs.ReactiveAuthenticationLogsClient;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An administrator looks for failed sign-ins, the latest first.
 */
@SpringBootTest
@AutoConfigureScalekitServer
class AuthenticationLogStoryTests {

	private static final AuthenticationLogQuery FAILED = AuthenticationLogQuery.any().withStatus(Status.FAILED);

	@Autowired
	private ScalekitServer scalekit;

	private String latest;

	@BeforeEach
	void signIn() {
		IntStream.range(0, 250)
			.forEach((i) -> this.scalekit.authenticationLogs().add("user-%d@acme.com".formatted(i % 5)));
		this.scalekit.authenticationLogs().add("ann@acme.com", (request) -> request.status("FAILED"));
		this.latest = this.scalekit.authenticationLogs().add("ann@acme.com", (request) -> request.status("FAILED"));
	}

	@Test
	void failures(@Autowired AuthenticationLogsClient logs) {
		assertThat(logs.all().count()).isEqualTo(252);
		assertThat(this.scalekit.requests("GET /api/v1/logs/authentication/requests")).hasSize(3);
		assertThat(logs.all(FAILED).limit(1)).extracting(AuthenticationRequest::authRequestId)
			.containsExactly(this.latest);

		AuthenticationLogPage page = logs.list(AuthenticationLogQuery.any().withEmail("user-3@acme.com"), 20, null);
		assertThat(page.totalSize()).isEqualTo(50);
		assertThat(page.authRequests()).hasSize(20).allMatch((request) -> request.status() == Status.SUCCESS);
	}

	@Test
	void reactiveFailures(@Autowired ReactiveAuthenticationLogsClient logs) {
		assertThat(logs.all().count().block()).isEqualTo(252);
		assertThat(logs.all(FAILED).map(AuthenticationRequest::email).distinct().collectList().block())
			.containsExactly("ann@acme.com");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
