package com.example.stories;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.passwordless.PasswordlessClient;
import com.scalekit.spring.client.passwordless.PasswordlessEmail;
import com.scalekit.spring.client.passwordless.PasswordlessType;
import com.scalekit.spring.client.passwordless.PasswordlessVerification;
import com.scalekit.spring.client.passwordless.ReactivePasswordlessClient;
import com.scalekit.spring.client.passwordless.SendPasswordlessEmail;
import com.scalekit.spring.client.passwordless.TemplateType;
import com.scalekit.spring.client.passwordless.VerifyPasswordlessEmail;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A user asks for an e-mail, mistypes the passcode, and signs in.
 */
@SpringBootTest
@AutoConfigureScalekitServer
class PasswordlessStoryTests {

	private static final String ANN = "ann@acme.com";

	@Autowired
	private ScalekitServer scalekit;

	@Test
	void signInWithACode(@Autowired PasswordlessClient passwordless) {
		PasswordlessEmail email = passwordless.send(SendPasswordlessEmail.to(ANN)
			.withTemplate(TemplateType.SIGNIN)
			.withState("cart-7")
			.withExpiresIn(Duration.ofMinutes(10)));
		assertThat(email.passwordlessType()).isEqualTo(PasswordlessType.LINK_OTP);
		assertThat(email.expiresIn()).isEqualTo(Duration.ofMinutes(10));
		String id = email.authRequestId();
		assertThat(passwordless.resend(id).authRequestId()).isEqualTo(id);

		assertThatExceptionOfType(ScalekitApiException.BadRequest.class)
			.isThrownBy(() -> passwordless.verify(VerifyPasswordlessEmail.withCode(id, "000")));
		String code = this.scalekit.passwordless().lastEmail(ANN).code();
		assertThat(passwordless.verify(VerifyPasswordlessEmail.withCode(id, code)))
			.isEqualTo(new PasswordlessVerification(ANN, PasswordlessType.LINK_OTP, "cart-7", TemplateType.SIGNIN));
		assertThatExceptionOfType(ScalekitApiException.NotFound.class)
			.isThrownBy(() -> passwordless.verify(VerifyPasswordlessEmail.withCode(id, code)));
		assertThat(this.scalekit.requests("POST /api/v1/passwordless/email/verify"))
			.noneMatch((request) -> request.body().contains(code));
	}

	@Test
	void reactiveSignInWithALink(@Autowired ReactivePasswordlessClient passwordless) {
		this.scalekit.passwordless().enforceSameBrowserOrigin();
		PasswordlessVerification verification = passwordless
			.send(SendPasswordlessEmail.to(ANN).withMagicLinkUri("https://acme.com/link"))
			.flatMap((email) -> passwordless.verify(VerifyPasswordlessEmail.withLinkToken(email.authRequestId(),
					this.scalekit.passwordless().lastEmail(ANN).magicLink().replaceFirst(".*link_token=", ""))))
			.block();
		assertThat(verification.email()).isEqualTo(ANN);
		assertThat(verification.state()).isNull();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
