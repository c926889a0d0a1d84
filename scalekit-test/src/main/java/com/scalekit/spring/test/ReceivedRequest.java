package com.scalekit.spring.test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request that a {@link ScalekitServer} has received, in the terms of the API.
 * Credentials and access tokens are no part of it.
 *
 * @param operation the method and the path as in the API reference, such as {@code GET
 * /api/v1/organizations/{id}}; the path as it was sent if there is no such operation
 * @param organization the id, or the external id, of the organization that the path
 * names, or {@code null}
 * @param parameters the query parameters, decoded; of a login, what the application asks
 * for
 * @param headers the headers but those with credentials, by names that are
 * case-insensitive
 * @param body the body of a request to the REST API, with {@code "***"} in place of
 * secrets and cut off at 8 192 characters, or {@code ""}
 * @param status the HTTP status of the response, or {@code 0} if the connection was
 * broken or nothing was sent instead
 * @param time when the request arrived, by the clock of the server
 * @see ScalekitServer#requests()
 */
public record ReceivedRequest(String operation, @Nullable String organization, Map<String, List<String>> parameters,
		Map<String, String> headers, String body, int status, Instant time) {

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(this.operation);
		if (this.organization != null) {
			text.append(" (").append(this.organization).append(')');
		}
		return text.append(" -> ").append((this.status != 0) ? this.status : "no response").toString();
	}

}
