package com.scalekit.spring.client.authenticationlogs;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Query for authentication requests. Instances are immutable: each {@code with} method
 * returns a changed copy.
 */
public final class AuthenticationLogQuery extends JsonObject<AuthenticationLogQuery> {

	private AuthenticationLogQuery(Map<String, @Nullable Object> members) {
		super(AuthenticationLogQuery::new, members);
	}

	/**
	 * Start with all authentication requests.
	 * @return a query that all requests match
	 */
	public static AuthenticationLogQuery any() {
		return new AuthenticationLogQuery(Map.of());
	}

	/**
	 * Return requests of a user only.
	 * @param email the user's e-mail address
	 * @return a copy with the address
	 */
	public AuthenticationLogQuery withEmail(String email) {
		return with("email", email);
	}

	/**
	 * Return requests with one of several statuses only.
	 * @param statuses the statuses, at least one
	 * @return a copy with the statuses
	 * @throws IllegalArgumentException if there is no status, or one is
	 * {@link AuthenticationRequest.Status#UNKNOWN}
	 */
	public AuthenticationLogQuery withStatus(AuthenticationRequest.Status... statuses) {
		Assert.notEmpty(statuses, "'status' must not be empty");
		List<AuthenticationRequest.Status> known = List.of(statuses);
		Assert.isTrue(!known.contains(AuthenticationRequest.Status.UNKNOWN), "'status' must not contain UNKNOWN");
		return with("status", known);
	}

	/**
	 * Return requests from a time on.
	 * @param startTime when the period begins
	 * @return a copy with the time
	 */
	public AuthenticationLogQuery withStartTime(Instant startTime) {
		return with("start_time", startTime);
	}

	/**
	 * Return requests up to a time.
	 * @param endTime when the period ends; whether it is a part of the period is not
	 * documented
	 * @return a copy with the time
	 */
	public AuthenticationLogQuery withEndTime(Instant endTime) {
		return with("end_time", endTime);
	}

	/**
	 * Return requests for a resource only.
	 * @param resourceId the identifier of the resource, such as an application or an MCP
	 * server
	 * @return a copy with the resource
	 */
	public AuthenticationLogQuery withResourceId(String resourceId) {
		return with("resource_id", resourceId);
	}

	/**
	 * Return requests of a client only.
	 * @param clientId the identifier of the client
	 * @return a copy with the client
	 */
	public AuthenticationLogQuery withClientId(String clientId) {
		return with("client_id", clientId);
	}

}
