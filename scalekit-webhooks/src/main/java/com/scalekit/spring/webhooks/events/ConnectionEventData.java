package com.scalekit.spring.webhooks.events;

/**
 * Connection of a {@link ConnectionEvent}.
 *
 * @param id the identifier, starting with {@code conn_}
 * @param organizationId the identifier of the organization
 * @param connectionType the type of the connection, such as {@code SAML}
 * @param provider the provider of the connection, such as {@code OKTA}
 * @param enabled whether the connection is enabled
 * @param status the status of the connection, such as {@code COMPLETED}
 */
public record ConnectionEventData(String id, String organizationId, String connectionType, String provider,
		boolean enabled, String status) {

}
