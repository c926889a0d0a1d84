package com.scalekit.spring.client.connections;

import java.util.List;

/**
 * A connection in a list. {@link ConnectionsClient#get} returns its configuration.
 *
 * @param id the identifier, starting with {@code conn_}
 * @param organizationId the identifier of the organization, empty if the connection
 * belongs to none
 * @param organizationName the name of the organization
 * @param type how the connection authenticates
 * @param status how far the configuration is
 * @param enabled whether users can sign in with the connection
 * @param provider the identity provider, such as {@code OKTA}, {@code GOOGLE},
 * {@code MICROSOFT_AD}, {@code AUTH0}, {@code ONELOGIN}, {@code PING_IDENTITY},
 * {@code JUMPCLOUD} or {@code CUSTOM}; Scalekit adds others
 * @param providerKey the key of the identity provider, such as {@code google}
 * @param keyId another identifier of the connection, for front ends and URLs
 * @param domains the domains whose users sign in with the connection
 * @param mcpServerUrl the URL of the connection's MCP server, empty if the environment
 * has no virtual MCP servers
 */
public record ConnectionSummary(String id, String organizationId, String organizationName, ConnectionType type,
		ConnectionStatus status, boolean enabled, String provider, String providerKey, String keyId,
		List<String> domains, String mcpServerUrl) {

}
