package com.scalekit.spring.test.passwordless;

import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PasswordlessApiTests {

	private static final String PATH = "/api/v1/passwordless/email";

	private static final String ANN = "{\"email\":\"ann@acme.com\"}";

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final TestClient client = TestClient.authorized(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void emailHasACodeAndALink() {
		JsonNode sent = this.client.post(PATH + "/send", """
				{ "email": "ann@acme.com", "template": "SIGNUP", "state": "cart-7", "expires_in": 60,
					"magiclink_auth_uri": "https://acme.com/login?next=home", "template_variables": { "plan": "gold" } }
				""").json();
		StoredEmail email = this.server.passwordless().lastEmail("Ann@acme.com");
		assertThat(sent.get("auth_request_id").stringValue()).isEqualTo(email.authRequestId());
		assertThat(sent.get("passwordless_type").stringValue()).isEqualTo("LINK_OTP");
		assertThat(sent.get("expires_in").intValue()).isEqualTo(60);
		assertThat(sent.get("expires_at").stringValue())
			.isEqualTo(String.valueOf(this.clock.instant().plusSeconds(60).getEpochSecond()));
		assertThat(email.code()).matches("[0-9]{6}");
		assertThat(email.magicLink()).isEqualTo("https://acme.com/login?next=home&link_token=" + email.linkToken());
		assertThat(email.template()).isEqualTo("SIGNUP");
		assertThat(email.templateVariables()).isEqualTo(Map.of("plan", "gold"));
		assertThat(email.toString()).doesNotContain(email.code(), email.linkToken());
	}

	@Test
	void emailHasWhatTheEnvironmentIsSetTo() {
		this.server.passwordless().type("OTP");
		this.client.post(PATH + "/send", ANN);
		assertThat(this.server.passwordless().lastEmail("ann@acme.com").magicLink()).isEmpty();
		this.server.passwordless().type("LINK");
		JsonNode sent = this.client.post(PATH + "/send", ANN).json();
		assertThat(sent.get("passwordless_type").stringValue()).isEqualTo("LINK");
		assertThat(sent.get("expires_in").intValue()).isEqualTo(300);
		assertThat(this.server.passwordless().lastEmail("ann@acme.com").code()).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.passwordless().type("PIGEON"));
	}

	@Test
	void codeWorksOnce() {
		this.client.post(PATH + "/send", """
				{ "email": "ann@acme.com", "template": "SIGNIN", "state": "cart-7" }""");
		StoredEmail email = this.server.passwordless().lastEmail("ann@acme.com");
		ResponseAssert.assertThat(verifyCode(email, email.code()))
			.hasJson(200,
					"""
							{ "email": "ann@acme.com", "passwordless_type": "LINK_OTP", "state": "cart-7", "template": "SIGNIN" }""");
		ResponseAssert.assertThat(verifyCode(email, email.code()))
			.isError(404, 5, "RESOURCE_NOT_FOUND")
			.hasMessage("auth request not found");
		ResponseAssert.assertThat(verifyLink(email)).isError(400, 3, "INVALID_ARGUMENT");
	}

	@Test
	void linkWorksOnceWithoutAnId() {
		StoredEmail email = send();
		ResponseAssert.assertThat(verifyLink(email)).hasJson(200, """
				{ "email": "ann@acme.com", "passwordless_type": "LINK_OTP" }""");
		ResponseAssert.assertThat(verifyLink(email)).isError(400, 3, "INVALID_ARGUMENT");
	}

	@Test
	void linkNeedsAnIdIfTheBrowserMustBeTheSame() {
		this.server.passwordless().enforceSameBrowserOrigin();
		StoredEmail email = send();
		ResponseAssert.assertThat(verifyLink(email)).isError(400, 3, "INVALID_ARGUMENT");
		assertThat(this.client
			.post(PATH + "/verify",
					"""
							{ "auth_request_id": "%s", "link_token": "%s" }""".formatted(email.authRequestId(),
							email.linkToken()))
			.status()).isEqualTo(200);
	}

	@Test
	void eitherACodeOrALinkIsVerified() {
		StoredEmail email = send();
		ResponseAssert.assertThat(this.client.post(PATH + "/verify", """
				{ "auth_request_id": "%s" }""".formatted(email.authRequestId())))
			.isError(400, 3, "INVALID_ARGUMENT")
			.hasMessage("exactly one of code and link_token is required");
		ResponseAssert
			.assertThat(this.client.post(PATH + "/verify",
					"""
							{ "auth_request_id": "%s", "code": "%s", "link_token": "%s" }"""
						.formatted(email.authRequestId(), email.code(), email.linkToken())))
			.isError(400, 3, "INVALID_ARGUMENT");
		ResponseAssert.assertThat(this.client.post(PATH + "/verify", "{\"code\":\"%s\"}".formatted(email.code())))
			.isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void codeAndLinkExpire() {
		StoredEmail email = send();
		this.clock.advance(Duration.ofMinutes(5));
		ResponseAssert.assertThat(verifyCode(email, email.code())).isError(400, 9, "FAILED_PRECONDITION");
		ResponseAssert.assertThat(verifyLink(email)).isError(400, 9, "FAILED_PRECONDITION");
	}

	@Test
	void codeCannotBeGuessed() {
		StoredEmail email = send();
		for (int i = 0; i < 5; i++) {
			ResponseAssert.assertThat(verifyCode(email, "000")).isError(400, 3, "INVALID_ARGUMENT");
		}
		ResponseAssert.assertThat(verifyCode(email, email.code())).isError(429, 8, "RATE_LIMITED");
	}

	@Test
	void attemptsAreForgottenAfterTenMinutes() {
		this.client.post(PATH + "/send", """
				{ "email": "ann@acme.com", "expires_in": 3600 }""");
		StoredEmail email = this.server.passwordless().lastEmail("ann@acme.com");
		for (int i = 0; i < 5; i++) {
			verifyCode(email, "000");
		}
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(verifyCode(email, email.code()).status()).isEqualTo(200);
	}

	@Test
	void emailIsSentAgain() {
		StoredEmail email = send();
		this.clock.advance(Duration.ofMinutes(4));
		JsonNode sent = resend(email).json();
		assertThat(sent.get("auth_request_id").stringValue()).isEqualTo(email.authRequestId());
		this.clock.advance(Duration.ofMinutes(4));
		assertThat(this.server.passwordless().emails()).hasSize(2);
		assertThat(this.server.passwordless().lastEmail("ann@acme.com").code()).isEqualTo(email.code());
		assertThat(verifyCode(email, email.code()).status()).isEqualTo(200);
		ResponseAssert.assertThat(resend(email)).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void anAddressGetsTwoEmailsAMinute() {
		StoredEmail email = send();
		resend(email);
		ResponseAssert.assertThat(resend(email)).isError(429, 8, "RATE_LIMITED");
		ResponseAssert.assertThat(this.client.post(PATH + "/send", ANN)).isError(429, 8, "RATE_LIMITED");
		assertThat(this.client.post(PATH + "/send", "{\"email\":\"bob@acme.com\"}").status()).isEqualTo(200);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(resend(email).status()).isEqualTo(200);
	}

	@Test
	void resetForgetsEmailsAndSettings() {
		this.server.passwordless().type("OTP");
		this.server.passwordless().enforceSameBrowserOrigin();
		StoredEmail email = send();
		resend(email);
		this.server.reset();
		assertThatExceptionOfType(NoSuchElementException.class)
			.isThrownBy(() -> this.server.passwordless().lastEmail("ann@acme.com"));
		ResponseAssert.assertThat(resend(email)).isError(404, 5, "RESOURCE_NOT_FOUND");
		assertThat(verifyLink(send()).status()).isEqualTo(200);
	}

	private StoredEmail send() {
		assertThat(this.client.post(PATH + "/send", ANN).status()).isEqualTo(200);
		return this.server.passwordless().lastEmail("ann@acme.com");
	}

	private Response resend(StoredEmail email) {
		return this.client.post(PATH + "/resend", "{\"auth_request_id\":\"%s\"}".formatted(email.authRequestId()));
	}

	private Response verifyCode(StoredEmail email, String code) {
		return this.client.post(PATH + "/verify",
				"{\"auth_request_id\":\"%s\",\"code\":\"%s\"}".formatted(email.authRequestId(), code));
	}

	private Response verifyLink(StoredEmail email) {
		return this.client.post(PATH + "/verify", "{\"link_token\":\"%s\"}".formatted(email.linkToken()));
	}

}
