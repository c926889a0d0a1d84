package com.scalekit.spring.client.authenticationlogs;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.jspecify.annotations.Nullable;

/**
 * A request to authenticate a user. What does not apply to it is empty.
 *
 * @param authRequestId the identifier
 * @param environmentId the identifier of the environment
 * @param organizationId the identifier of the user's organization
 * @param email the e-mail address of the user
 * @param status how the request ended, if it has ended
 * @param workflow the kind of authentication; the values are not documented
 * @param timestamp when the request was made
 * @param connectionId the identifier of the connection that the user signs in with
 * @param connectionType the type of the connection, such as {@code OIDC}
 * @param connectionProvider the provider of the connection, such as {@code OKTA}
 * @param connectionDetails the connections that took part
 * @param clientId the identifier of the client that made the request
 * @param clientName the name of the client
 * @param clientType the type of the client
 * @param resourceId the identifier of the resource that the user gets access to
 * @param resourceName the name of the resource
 * @param resourceType the type of the resource
 */
public record AuthenticationRequest(String authRequestId, String environmentId, String organizationId, String email,
		Status status, String workflow, @Nullable Instant timestamp, String connectionId, String connectionType,
		String connectionProvider, List<ConnectionDetails> connectionDetails, String clientId, String clientName,
		String clientType, String resourceId, String resourceName, String resourceType) {

	/**
	 * How an authentication request ended, if it has ended.
	 */
	public enum Status {

		/**
		 * The request was made.
		 */
		INITIATED,

		/**
		 * The request has not ended.
		 */
		PENDING,

		/**
		 * The user is authenticated.
		 */
		SUCCESS,

		/**
		 * The user could not be authenticated.
		 */
		FAILED,

		/**
		 * A status this version of the client does not know.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

	/**
	 * A connection that took part in an authentication request.
	 *
	 * @param connectionId the identifier of the connection
	 * @param connectionType the type of the connection, such as {@code OIDC}
	 * @param connectionProvider the provider of the connection, such as {@code OKTA}
	 * @param organizationId the identifier of the organization the connection belongs to
	 */
	public record ConnectionDetails(String connectionId, String connectionType, String connectionProvider,
			String organizationId) {

	}

}
