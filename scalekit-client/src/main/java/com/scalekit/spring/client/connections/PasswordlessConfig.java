package com.scalekit.spring.client.connections;

import java.time.Duration;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a connection that sends links or codes by e-mail.
 *
 * @param type what is sent
 * @param validity how long a link or a code is valid
 * @param frequency how often a link may be sent; Scalekit does not document the unit
 * @param codeChallengeLength how many characters a code has
 * @param codeChallengeType which characters a code has: {@code NUMERIC} or
 * {@code ALPHANUMERIC}
 * @param enforceSameBrowserOrigin whether a link works only in the browser that asked for
 * it
 * @param regeneratePasswordlessCredentialsOnResend whether a link or a code that is sent
 * again is a new one
 */
public record PasswordlessConfig(CredentialType type, @Nullable Duration validity, @Nullable Integer frequency,
		@Nullable Integer codeChallengeLength, @Nullable String codeChallengeType,
		@Nullable Boolean enforceSameBrowserOrigin, @Nullable Boolean regeneratePasswordlessCredentialsOnResend) {

	/**
	 * What is sent to sign in with.
	 */
	public enum CredentialType {

		/**
		 * A link.
		 */
		LINK,

		/**
		 * A code.
		 */
		OTP,

		/**
		 * A link and a code.
		 */
		LINK_OTP,

		/**
		 * A type this version of the client does not know.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

}
