package com.example.reference;

import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Service;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.passwordless.PasswordlessClient;
import com.scalekit.spring.client.passwordless.PasswordlessEmail;
import com.scalekit.spring.client.passwordless.PasswordlessVerification;
import com.scalekit.spring.client.passwordless.SendPasswordlessEmail;
import com.scalekit.spring.client.passwordless.TemplateType;
import com.scalekit.spring.client.passwordless.VerifyPasswordlessEmail;

@Service
class PasswordlessSignIn {

	private final PasswordlessClient passwordless;

	PasswordlessSignIn(PasswordlessClient passwordless) {
		this.passwordless = passwordless;
	}

	String send(String address) {
		SendPasswordlessEmail email = SendPasswordlessEmail.to(address)
			.withTemplate(TemplateType.SIGNIN)
			.withExpiresIn(Duration.ofMinutes(10))
			.withMagicLinkUri("https://app.example.com/sign-in/link");
		return this.passwordless.send(email).authRequestId();
	}

	PasswordlessEmail sendAgain(String authRequestId) {
		return this.passwordless.resend(authRequestId);
	}

	Optional<String> userWithCode(String authRequestId, String code) {
		return verify(VerifyPasswordlessEmail.withCode(authRequestId, code));
	}

	Optional<String> userWithLink(String authRequestId, String linkToken) {
		return verify(VerifyPasswordlessEmail.withLinkToken(authRequestId, linkToken));
	}

	private Optional<String> verify(VerifyPasswordlessEmail presented) {
		try {
			PasswordlessVerification verification = this.passwordless.verify(presented);
			return Optional.of(verification.email());
		}
		catch (ScalekitApiException.BadRequest | ScalekitApiException.NotFound ex) {
			return Optional.empty();
		}
	}

}
