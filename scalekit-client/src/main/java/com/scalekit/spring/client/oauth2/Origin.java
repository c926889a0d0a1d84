package com.scalekit.spring.client.oauth2;

import java.net.URI;

import org.springframework.http.HttpMethod;

import com.scalekit.spring.client.error.ScalekitTransportException;

/**
 * Scheme, host and port of the environment, the only server that the access token is sent
 * to.
 */
record Origin(String scheme, String host, int port) {

	static Origin of(URI uri) {
		return new Origin(uri.getScheme(), uri.getHost(), port(uri));
	}

	/**
	 * Refuse a request to another server.
	 */
	void check(HttpMethod method, URI uri) {
		if (!isOriginOf(uri)) {
			throw ScalekitTransportException.refused(
					"the access token is only sent to " + this + "; use another WebClient for other servers", method,
					uri);
		}
	}

	private boolean isOriginOf(URI uri) {
		return this.scheme.equalsIgnoreCase(uri.getScheme()) && this.host.equalsIgnoreCase(uri.getHost())
				&& this.port == port(uri);
	}

	private static int port(URI uri) {
		if (uri.getPort() != -1) {
			return uri.getPort();
		}
		return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
	}

	@Override
	public String toString() {
		return this.scheme + "://" + this.host + ":" + this.port;
	}

}
