package com.scalekit.spring.boot.autoconfigure.inbound;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.scalekit.spring.boot.autoconfigure.inbound.Http.Response;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where the paths are, depending on the server and what is in front of it.
 */
class DeploymentTests {

	private static final byte[] EVENT = InboundApplication.bytes(InboundApplication.organizationCreated("evt_1"));

	@ParameterizedTest
	@EnumSource(Stack.class)
	void belowTheContextPath(Stack stack) {
		try (InboundApplication application = InboundApplication.start(stack, stack.contextPath("/app"))) {
			assertThat(post(application.http(), "/app/scalekit/webhooks").status()).isEqualTo(200);
			assertThat(application.events().handled()).hasSize(1);
			assertThat(post(application.http(), "/scalekit/webhooks").status()).isEqualTo(404);
			assertThat(post(application.http(), "//app/scalekit/webhooks").status()).isNotEqualTo(200);
			assertThat(post(application.http(), "/app;x/scalekit/webhooks").status()).isNotEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void behindAProxy(Stack stack) {
		try (InboundApplication application = InboundApplication.start(stack,
				"--server.forward-headers-strategy=framework")) {
			List<String> headers = Http.with(Http.with(InboundApplication.webhook(EVENT), "X-Forwarded-Prefix: /api"),
					"X-Forwarded-Proto: https");
			assertThat(application.http().post(InboundApplication.WEBHOOKS, headers, EVENT).status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void notOnTheManagementPort(Stack stack) {
		try (InboundApplication application = InboundApplication.start(stack, "--management.server.port=0")) {
			assertThat(post(application.http(), InboundApplication.WEBHOOKS).status()).isEqualTo(200);
			assertThat(application.management().get("/actuator/health").status()).isEqualTo(200);
			assertThat(post(application.management(), InboundApplication.WEBHOOKS).status()).isEqualTo(404);
			assertThat(application.http().get("/actuator/health").status()).isEqualTo(404);
		}
	}

	@ParameterizedTest
	@EnumSource(Stack.class)
	void onOtherPaths(Stack stack) {
		try (InboundApplication application = InboundApplication.start(stack, "--scalekit.webhook.path=/hooks/s.1",
				"--scalekit.webhook.max-body-size=1KB")) {
			assertThat(post(application.http(), "/hooks/s.1").status()).isEqualTo(200);
			assertThat(post(application.http(), "/hooks/s11").status()).isEqualTo(404);
			assertThat(application.http()
				.send("POST", "/hooks/s.1", List.of(InboundApplication.JSON, "Content-Length: 1025"), new byte[0])
				.status()).isEqualTo(413);
		}
	}

	/**
	 * What consumes the parameters of a form would consume the body.
	 */
	@ParameterizedTest
	@EnumSource(Stack.class)
	void withHiddenMethods(Stack stack) {
		try (InboundApplication application = InboundApplication.start(stack,
				"--spring.mvc.hiddenmethod.filter.enabled=true", "--spring.webflux.hiddenmethod.filter.enabled=true")) {
			assertThat(post(application.http(), InboundApplication.WEBHOOKS).status()).isEqualTo(200);
			assertThat(application.http()
				.post(InboundApplication.WEBHOOKS, List.of("Content-Type: application/x-www-form-urlencoded"), EVENT)
				.status()).isEqualTo(415);
		}
	}

	private static Response post(Http http, String path) {
		return http.post(path, InboundApplication.webhook(EVENT), EVENT);
	}

}
