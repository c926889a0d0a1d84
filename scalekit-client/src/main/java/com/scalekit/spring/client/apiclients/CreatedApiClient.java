package com.scalekit.spring.client.apiclients;

/**
 * An API client that was created, with its first secret. {@code toString} leaves the
 * secret out.
 *
 * @param client the client
 * @param plainSecret the client secret, which Scalekit does not return again
 */
public record CreatedApiClient(ApiClient client, String plainSecret) {

	@Override
	public String toString() {
		return "CreatedApiClient[client=%s]".formatted(this.client);
	}

}
