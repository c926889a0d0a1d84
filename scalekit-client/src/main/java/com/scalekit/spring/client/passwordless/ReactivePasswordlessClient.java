package com.scalekit.spring.client.passwordless;

import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.BodyMember;

/**
 * Sign-in with magic links and one-time passcodes that users get by e-mail, without a
 * page of Scalekit's, for reactive code. Nothing is sent before a returned publisher is
 * subscribed to; each subscription is a call of its own. {@link PasswordlessClient} is
 * the blocking twin.
 * <p>
 * Scalekit limits the e-mails to an address, to 2 in a minute, and the attempts to enter
 * a passcode, to 5 in 10 minutes. How it refuses further ones is not documented. No call
 * is repeated if Scalekit may have executed it.
 * <p>
 * Every method may signal a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token.
 */
@HttpExchange(url = "/api/v1")
public interface ReactivePasswordlessClient {

	/**
	 * Send an e-mail with a passcode, a magic link or both, as the environment's
	 * passwordless connection says. {@code POST /api/v1/passwordless/email/send}
	 * @param email the e-mail to be sent
	 * @return the sent e-mail, whose identifier is needed to verify a passcode
	 */
	@PostExchange("/passwordless/email/send")
	Mono<PasswordlessEmail> send(@RequestBody SendPasswordlessEmail email);

	/**
	 * Send an e-mail again. {@code POST /api/v1/passwordless/email/resend}
	 * @param authRequestId the identifier of the e-mail that was sent first, at most 200
	 * characters
	 * @return the sent e-mail
	 */
	@PostExchange("/passwordless/email/resend")
	Mono<PasswordlessEmail> resend(@BodyMember("auth_request_id") String authRequestId);

	/**
	 * Verify the passcode that the user has entered, or the magic link that the user has
	 * followed. The user is authenticated unless there is an error. Which one a wrong or
	 * expired passcode or link leads to is not documented. {@code POST
	 * /api/v1/passwordless/email/verify}
	 * @param verification what the user has presented
	 * @return the authenticated user
	 */
	@PostExchange("/passwordless/email/verify")
	Mono<PasswordlessVerification> verify(@RequestBody VerifyPasswordlessEmail verification);

}
