package com.scalekit.spring.client.apitokens;

import org.jspecify.annotations.Nullable;

/**
 * An API token that was just created; {@code toString} leaves the secret out.
 *
 * @param token the secret, which Scalekit does not return again: give it to the one who
 * will use it, and do not log it
 * @param tokenId the identifier, starting with {@code apit_}
 * @param tokenInfo the token without the secret
 */
public record CreatedApiToken(String token, String tokenId, @Nullable ApiToken tokenInfo) {

	@Override
	public String toString() {
		return "CreatedApiToken[tokenId=%s, tokenInfo=%s]".formatted(this.tokenId, this.tokenInfo);
	}

}
