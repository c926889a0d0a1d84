package com.scalekit.spring.client.apiclients;

/**
 * A client secret that was created. {@code toString} leaves its value out.
 *
 * @param secret what Scalekit knows of the secret
 * @param plainSecret the secret itself, which Scalekit does not return again
 */
public record CreatedClientSecret(ClientSecret secret, String plainSecret) {

	@Override
	public String toString() {
		return "CreatedClientSecret[secret=%s]".formatted(this.secret);
	}

}
