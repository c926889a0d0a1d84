package com.scalekit.spring.client.passwordless;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to verify the passcode or the magic link of an e-mail; {@code toString} leaves
 * both out.
 */
public final class VerifyPasswordlessEmail extends JsonObject<VerifyPasswordlessEmail> {

	private VerifyPasswordlessEmail(Map<String, @Nullable Object> members) {
		super(VerifyPasswordlessEmail::new, members);
	}

	/**
	 * Verify a passcode.
	 * @param authRequestId the identifier of the e-mail
	 * @param code the passcode that the user has entered, at most 20 characters
	 * @return a request with the passcode
	 * @throws IllegalArgumentException if the identifier or the passcode is empty
	 */
	public static VerifyPasswordlessEmail withCode(String authRequestId, String code) {
		Assert.hasText(code, "'code' must not be empty");
		return of(authRequestId).withSecret("code", code);
	}

	/**
	 * Verify a magic link.
	 * @param linkToken the parameter {@code link_token} of the link that the user has
	 * followed, at most 100 characters
	 * @return a request with the token of the link
	 * @throws IllegalArgumentException if the token is empty
	 */
	public static VerifyPasswordlessEmail withLinkToken(String linkToken) {
		return new VerifyPasswordlessEmail(Map.of()).andLinkToken(linkToken);
	}

	/**
	 * Verify a magic link that the user has to follow in the browser that the sign-in was
	 * started in, which is a setting of the environment's passwordless connection.
	 * @param authRequestId the identifier of the e-mail, from the session of that browser
	 * @param linkToken the parameter {@code link_token} of the link that the user has
	 * followed, at most 100 characters
	 * @return a request with the token of the link
	 * @throws IllegalArgumentException if the identifier or the token is empty
	 */
	public static VerifyPasswordlessEmail withLinkToken(String authRequestId, String linkToken) {
		return of(authRequestId).andLinkToken(linkToken);
	}

	private static VerifyPasswordlessEmail of(String authRequestId) {
		Assert.hasText(authRequestId, "'auth_request_id' must not be empty");
		return new VerifyPasswordlessEmail(Map.of()).with("auth_request_id", authRequestId);
	}

	private VerifyPasswordlessEmail andLinkToken(String linkToken) {
		Assert.hasText(linkToken, "'link_token' must not be empty");
		return withSecret("link_token", linkToken);
	}

}
