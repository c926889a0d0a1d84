package com.scalekit.spring.test.authenticationlogs;

import java.time.Instant;

/**
 * An authentication request as the server keeps it. What is not set is empty. This type
 * gets new components when Scalekit's logs do, so its constructor is no part of the API.
 *
 * @param authRequestId the id, such as {@code areq_1234}
 * @param email the e-mail address of the user
 * @param status {@code INITIATED}, {@code PENDING}, {@code SUCCESS} or {@code FAILED}
 * @param organizationId the id of the user's organization
 * @param connectionId the id of the connection
 * @param connectionType the type of the connection, such as {@code OIDC}
 * @param connectionProvider the provider of the connection, such as {@code OKTA}
 * @param clientId the id of the client that made the request
 * @param resourceId the id of the resource that the user gets access to
 * @param timestamp when the request was made
 */
public record StoredAuthenticationRequest(String authRequestId, String email, String status, String organizationId,
		String connectionId, String connectionType, String connectionProvider, String clientId, String resourceId,
		Instant timestamp) {

}
