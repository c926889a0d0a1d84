package com.scalekit.spring.client.connectedaccounts;

import java.net.URI;
import java.time.Instant;

/**
 * A link with which a user authorizes a connected account. It is given to that user and
 * not logged; {@code toString} leaves it out.
 *
 * @param link the address, for the browser of the user
 * @param expiry when the link ends
 */
public record AuthorizationLink(URI link, Instant expiry) {

	@Override
	public String toString() {
		return "AuthorizationLink[expiry=%s]".formatted(this.expiry);
	}

}
