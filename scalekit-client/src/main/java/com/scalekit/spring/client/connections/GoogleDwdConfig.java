package com.scalekit.spring.client.connections;

import java.util.List;

/**
 * The configuration of a connection with the domain-wide delegation of Google. The key of
 * the service account is left out by {@code toString}.
 *
 * @param serviceAccountJson the key of the service account; Scalekit returns it masked
 * @param tokenUri the token endpoint
 * @param scopes the scopes to ask for
 */
public record GoogleDwdConfig(String serviceAccountJson, String tokenUri, List<String> scopes) {

	@Override
	public String toString() {
		return "GoogleDwdConfig[tokenUri=%s, scopes=%s]".formatted(this.tokenUri, this.scopes);
	}

}
