package com.scalekit.spring.client.passwordless;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class PasswordlessClientTests extends ContractTests<PasswordlessClient> {

	private static final String EMAIL = "/api/v1/passwordless/email";

	PasswordlessClientTests() {
		super(PasswordlessClient.class);
	}

	@Override
	protected Stream<Call<PasswordlessClient>> calls() {
		return Stream.of(
				call("POST " + EMAIL + "/send", """
						{"email":"jane@acme.com"}""",
						(passwordless) -> passwordless.send(SendPasswordlessEmail.to("jane@acme.com"))),
				call("POST " + EMAIL + "/send", """
						{"email":"jane@acme.com","template":"SIGNUP","state":"cart-7","expires_in":600,
						"magiclink_auth_uri":"https://acme.com/login","template_variables":{"plan":"gold"}}""",
						(passwordless) -> passwordless.send(SendPasswordlessEmail.to("jane@acme.com")
							.withTemplate(TemplateType.SIGNUP)
							.withState("cart-7")
							.withExpiresIn(Duration.ofMinutes(10))
							.withMagicLinkUri("https://acme.com/login")
							.withTemplateVariables(Map.of("plan", "gold")))),
				call("POST " + EMAIL + "/resend", """
						{"auth_request_id":"req_1"}""", (passwordless) -> passwordless.resend("req_1")),
				call("POST " + EMAIL + "/verify", """
						{"auth_request_id":"req_1","code":"748291"}""",
						(passwordless) -> passwordless.verify(VerifyPasswordlessEmail.withCode("req_1", "748291"))),
				call("POST " + EMAIL + "/verify", """
						{"link_token":"6mYz"}""",
						(passwordless) -> passwordless.verify(VerifyPasswordlessEmail.withLinkToken("6mYz"))),
				call("POST " + EMAIL + "/verify", """
						{"auth_request_id":"req_1","link_token":"6mYz"}""",
						(passwordless) -> passwordless.verify(VerifyPasswordlessEmail.withLinkToken("req_1", "6mYz"))));
	}

}
