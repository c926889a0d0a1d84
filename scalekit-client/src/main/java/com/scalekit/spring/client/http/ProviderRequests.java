package com.scalekit.spring.client.http;

import java.net.URI;

/**
 * Tells the requests that wait for other services, which are those that users have
 * connected accounts at.
 */
public final class ProviderRequests {

	/**
	 * What the paths of requests to the API of another service begin with.
	 */
	public static final String PROXY = "/proxy";

	private static final String EXECUTE_TOOL = "/api/v1/execute_tool";

	private ProviderRequests() {
	}

	/**
	 * Return whether Scalekit waits for another service before it answers a request.
	 * @param uri the URI of the request
	 * @return {@code true} for the execution of a tool and for a request to the API of
	 * another service
	 */
	public static boolean includes(URI uri) {
		return isProxied(uri) || EXECUTE_TOOL.equals(uri.getRawPath());
	}

	/**
	 * Return whether the response to a request is that of another service.
	 * @param uri the URI of the request
	 * @return {@code true} for a request to the API of another service
	 */
	public static boolean isProxied(URI uri) {
		return uri.getRawPath() != null && uri.getRawPath().startsWith(PROXY + "/");
	}

}
