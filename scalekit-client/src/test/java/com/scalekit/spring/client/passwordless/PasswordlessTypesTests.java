package com.scalekit.spring.client.passwordless;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.client.http.ScalekitJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * When e-mails expire, and what they cannot be sent and verified with.
 */
class PasswordlessTypesTests {

	private static final SendPasswordlessEmail EMAIL = SendPasswordlessEmail.to("jane@acme.com");

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"expires_at\":\"1742478946\",\"expires_in\":300} | 2025-03-20T13:55:46Z | PT5M",
					"{\"expires_at\":1742478946,\"expires_in\":\"300\"} | 2025-03-20T13:55:46Z | PT5M", "{} | |" })
	void expiryIsInSeconds(String json, Instant expiresAt, Duration expiresIn) {
		PasswordlessEmail email = ScalekitJson.read(json, PasswordlessEmail.class);
		assertThat(email.expiresAt()).isEqualTo(expiresAt);
		assertThat(email.expiresIn()).isEqualTo(expiresIn);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1S", "PT1.5S" })
	void lifetimeIsAPositiveNumberOfSeconds(Duration expiresIn) {
		assertThatIllegalArgumentException().isThrownBy(() -> EMAIL.withExpiresIn(expiresIn))
			.withMessage("'expires_in' must be a positive number of whole seconds");
	}

	@Test
	void templateIsKnown() {
		assertThatIllegalArgumentException().isThrownBy(() -> EMAIL.withTemplate(TemplateType.UNKNOWN))
			.withMessage("'template' must not be UNKNOWN");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void whatIsRequiredIsThere(String nothing) {
		assertThatIllegalArgumentException().isThrownBy(() -> SendPasswordlessEmail.to(nothing))
			.withMessage("'email' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> VerifyPasswordlessEmail.withCode(nothing, "748291"))
			.withMessage("'auth_request_id' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> VerifyPasswordlessEmail.withCode("req_1", nothing))
			.withMessage("'code' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> VerifyPasswordlessEmail.withLinkToken(nothing))
			.withMessage("'link_token' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> VerifyPasswordlessEmail.withLinkToken(nothing, "6mYz"))
			.withMessage("'auth_request_id' must not be empty");
	}

	@Test
	void codesAndTokensAreNotInTheText() {
		assertThat(VerifyPasswordlessEmail.withCode("req_1", "748291"))
			.hasToString("VerifyPasswordlessEmail{auth_request_id=req_1, code=***}");
		assertThat(VerifyPasswordlessEmail.withLinkToken("6mYz"))
			.hasToString("VerifyPasswordlessEmail{link_token=***}");
	}

}
