package com.scalekit.spring.client.organizations;

import java.net.URI;
import java.time.Instant;

import com.scalekit.spring.client.http.Enveloped;

/**
 * A link to the admin portal of an organization. Whoever opens it first becomes the
 * organization's administrator for the session, so it is given to one person and not
 * logged; {@code toString} leaves the location out.
 *
 * @param id the identifier, starting with {@code lnk_}
 * @param location the address of the portal; it works once
 * @param expireTime when the link ends, a minute after its creation
 */
@Enveloped("link")
public record PortalLink(String id, URI location, Instant expireTime) {

	@Override
	public String toString() {
		return "PortalLink[id=%s, expireTime=%s]".formatted(this.id, this.expireTime);
	}

}
