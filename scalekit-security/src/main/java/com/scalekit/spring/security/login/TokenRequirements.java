package com.scalekit.spring.security.login;

import java.util.ArrayList;
import java.util.List;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;

/**
 * What a token has to fulfil. The result names everything that it does not.
 */
final class TokenRequirements {

	private final List<OAuth2Error> errors = new ArrayList<>();

	TokenRequirements require(boolean fulfilled, String description) {
		if (!fulfilled) {
			this.errors.add(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, description, null));
		}
		return this;
	}

	OAuth2TokenValidatorResult result() {
		return this.errors.isEmpty() ? OAuth2TokenValidatorResult.success()
				: OAuth2TokenValidatorResult.failure(this.errors);
	}

}
