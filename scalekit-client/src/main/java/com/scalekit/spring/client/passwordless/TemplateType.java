package com.scalekit.spring.client.passwordless;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * What an e-mail is for.
 */
public enum TemplateType {

	/**
	 * To sign in.
	 */
	SIGNIN,

	/**
	 * To sign up.
	 */
	SIGNUP,

	/**
	 * A template this version of the client does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
