package com.scalekit.spring.boot.autoconfigure.inbound;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import com.scalekit.spring.boot.autoconfigure.inbound.Http.Response;
import com.scalekit.spring.interceptors.PreSignup;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Good and bad requests to interceptors, over sockets.
 */
@ParameterizedClass
@EnumSource(Stack.class)
@ExtendWith(OutputCaptureExtension.class)
class InterceptorHttpTests {

	private static final String DENY = "{\"decision\":\"DENY\"}";

	private static InboundApplication application;

	@Parameter
	private Stack stack;

	@BeforeParameterizedClassInvocation
	static void start(Stack stack) {
		application = InboundApplication.start(stack);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@AfterEach
	void allow() {
		application.signups().decision(PreSignup::allow);
	}

	@Test
	void answers() {
		application.signups()
			.decision((signup) -> signup.email().endsWith("@acme.com") ? signup.allowInto("org_1", "admin")
					: signup.deny("Use your company address"));
		assertAnswer(application.ask(InboundApplication.signup("ann@acme.com")),
				"{\"decision\":\"ALLOW\",\"response\":{\"create_organization_membership\":{");
		assertAnswer(application.ask(InboundApplication.signup("ann@example.com")),
				"{\"decision\":\"DENY\",\"error\":{\"message\":\"Use your company address\"}}");
	}

	@Test
	void badSignatureIsDenied() {
		byte[] body = InboundApplication.bytes(InboundApplication.signup("ann@acme.com"));
		List<String> headers = InboundApplication.interceptor(body);
		Http http = application.http();
		assertAnswer(http.post(InboundApplication.INTERCEPTORS, List.of(InboundApplication.JSON), body), DENY);
		assertAnswer(http.post(InboundApplication.INTERCEPTORS, Http.with(headers, "Interceptor-Id: msg_2"), body),
				DENY);
		assertAnswer(http.post(InboundApplication.INTERCEPTORS, headers, InboundApplication.bytes("{}")), DENY);
		assertAnswer(http.post(InboundApplication.INTERCEPTORS, InboundApplication.webhook(body), body), DENY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "{}" })
	void bodyThatIsNoRequestIsDenied(String body) {
		assertAnswer(application.ask(body), DENY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PRE_SESSION_CREATION", "POST_USER_AUTHENTICATION", "PRE_LAUNCH" })
	void triggerWithoutInterceptor(String trigger) {
		Response response = application.ask(InboundApplication.signup("ann@acme.com").replace("PRE_SIGNUP", trigger));
		assertThat(response.status()).isEqualTo(404);
		assertThat(response.body()).isEmpty();
	}

	@Test
	void interceptorThatFailsOrReturnsNothingDenies(CapturedOutput output) {
		application.signups().decision((signup) -> {
			throw new IllegalStateException("no database");
		});
		assertAnswer(application.ask(InboundApplication.signup("ann@acme.com")), DENY);
		application.signups().decision((signup) -> null);
		assertAnswer(application.ask(InboundApplication.signup("ann@acme.com")), DENY);
		assertThat(output).contains("no database", "returned no decision").doesNotContain("ann@acme.com");
	}

	@Test
	void errorOfAnInterceptor() {
		application.signups().decision((signup) -> {
			throw new StackOverflowError("endless");
		});
		assertThat(application.ask(InboundApplication.signup("ann@acme.com")).status()).isEqualTo(500);
	}

	@Test
	void requestsAreLimitedAsWebhooksAre() {
		byte[] body = InboundApplication.bytes(" ".repeat(256 * 1024 + 1));
		Http http = application.http();
		assertThat(http.post(InboundApplication.INTERCEPTORS, InboundApplication.interceptor(body), body).status())
			.isIn(413, Http.CLOSED);
		assertThat(http.get(InboundApplication.INTERCEPTORS).status()).isEqualTo(405);
		assertThat(http.post(InboundApplication.INTERCEPTORS, List.of("Content-Type: text/plain"), body).status())
			.isIn(415, Http.CLOSED);
	}

	@Test
	void dashboardDecidesIfTheInterceptorFails() {
		try (InboundApplication other = InboundApplication.start(this.stack,
				"--scalekit.interceptor.on-failure=error")) {
			other.signups().decision((signup) -> {
				throw new IllegalStateException("no database");
			});
			Response response = other.ask(InboundApplication.signup("ann@acme.com"));
			assertThat(response.status()).isEqualTo(500);
			assertThat(response.body()).isEmpty();
		}
	}

	private static void assertAnswer(Response response, String body) {
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.head()).contains("content-type: application/json");
		assertThat(response.body()).startsWith(body);
	}

}
