package com.scalekit.spring.test.connectedaccounts;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.server.ApiRequest;

/**
 * How a request names a connected account: by its id, or by whose it is. What is empty
 * does not matter.
 *
 * @param id the id of the account
 * @param connector the name of the connection
 * @param identifier the application's identifier of the user
 * @param organizationId the id of the organization
 * @param userId the id of the user at Scalekit
 */
record AccountSelector(String id, String connector, String identifier, String organizationId, String userId) {

	static AccountSelector ofQuery(ApiRequest request) {
		return new AccountSelector(request.parameter("id"), request.parameter("connector"),
				request.parameter("identifier"), request.parameter("organization_id"), request.parameter("user_id"));
	}

	static AccountSelector ofBody(JsonNode body) {
		return new AccountSelector(text(body, "id"), text(body, "connector"), text(body, "identifier"),
				text(body, "organization_id"), text(body, "user_id"));
	}

	/**
	 * An execution names the id in its own way.
	 */
	static AccountSelector ofExecution(JsonNode body) {
		return new AccountSelector(text(body, "connected_account_id"), text(body, "connector"),
				text(body, "identifier"), text(body, "organization_id"), text(body, "user_id"));
	}

	private static String text(JsonNode body, String member) {
		return body.path(member).asString("");
	}

	boolean isEmpty() {
		return (this.id + this.connector + this.identifier + this.organizationId + this.userId).isEmpty();
	}

	boolean matches(StoredConnectedAccount account) {
		return matches(this.id, account.id()) && matches(this.connector, account.connector())
				&& matches(this.identifier, account.identifier())
				&& matches(this.organizationId, account.organizationId()) && matches(this.userId, account.userId());
	}

	private static boolean matches(String expected, @Nullable String actual) {
		return expected.isEmpty() || expected.equals(actual);
	}

}
