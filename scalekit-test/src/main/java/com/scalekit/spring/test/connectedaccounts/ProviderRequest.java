package com.scalekit.spring.test.connectedaccounts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.scalekit.spring.test.server.ApiRequest;

/**
 * A request to the API of a service, as it arrives there.
 *
 * @param method the HTTP method
 * @param path the path at the service, encoded
 * @param parameters the values of each query parameter
 * @param headers the headers, whose names are case-insensitive, without the credentials
 * @param body the body, may be empty
 * @param account the account that the request is made with
 */
public record ProviderRequest(String method, String path, Map<String, List<String>> parameters,
		Map<String, String> headers, String body, StoredConnectedAccount account) {

	static ProviderRequest of(ApiRequest request, String path, StoredConnectedAccount account) {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.putAll(request.headers());
		headers.remove("Authorization");
		return new ProviderRequest(request.method(), path, request.parameters(), headers,
				new String(request.body(), StandardCharsets.UTF_8), account);
	}

}
