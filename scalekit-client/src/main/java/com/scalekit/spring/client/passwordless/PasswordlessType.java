package com.scalekit.spring.client.passwordless;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * What a user signs in with.
 */
public enum PasswordlessType {

	/**
	 * A one-time passcode.
	 */
	OTP,

	/**
	 * A magic link.
	 */
	LINK,

	/**
	 * Either of them.
	 */
	LINK_OTP,

	/**
	 * A type this version of the client does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
