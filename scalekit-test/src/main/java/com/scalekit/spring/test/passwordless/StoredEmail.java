package com.scalekit.spring.test.passwordless;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An e-mail that the server would have sent; {@code toString} leaves out what a user
 * signs in with. This type gets new components when Scalekit's e-mails do, so its
 * constructor is no part of the API.
 *
 * @param authRequestId the id, such as {@code areq_1234}
 * @param email the e-mail address of the user
 * @param passwordlessType what the e-mail contains: {@code OTP}, {@code LINK} or
 * {@code LINK_OTP}
 * @param code the passcode, empty if the e-mail contains none
 * @param linkToken the token of the magic link, empty if the e-mail contains none
 * @param magicLink the magic link, empty if the e-mail contains none
 * @param template {@code SIGNIN}, {@code SIGNUP} or {@code null}
 * @param state what the verification returns, or {@code null}
 * @param templateVariables the variables of the template, may be empty
 * @param sentAt when the e-mail was sent
 * @param expiresAt when the passcode and the magic link expire
 */
public record StoredEmail(String authRequestId, String email, String passwordlessType, String code, String linkToken,
		String magicLink, @Nullable String template, @Nullable String state, Map<String, String> templateVariables,
		Instant sentAt, Instant expiresAt) {

	@Override
	public String toString() {
		return "StoredEmail[authRequestId=%s, email=%s]".formatted(this.authRequestId, this.email);
	}

}
