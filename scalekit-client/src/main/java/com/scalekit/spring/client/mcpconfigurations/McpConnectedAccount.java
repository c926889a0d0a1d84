package com.scalekit.spring.client.mcpconfigurations;

/**
 * A connected account that an MCP server needs for a user; {@code toString} leaves the
 * link out.
 *
 * @param connectionName the name of the connection
 * @param connectionId the identifier of the connection
 * @param provider the service, such as {@code GMAIL}
 * @param connectedAccountId the identifier of the account, empty if there is none
 * @param connectedAccountStatus the status of the account, such as {@code ACTIVE}
 * @param authenticationLink the address with which the user authorizes the account, empty
 * unless it was asked for
 */
public record McpConnectedAccount(String connectionName, String connectionId, String provider,
		String connectedAccountId, String connectedAccountStatus, String authenticationLink) {

	@Override
	public String toString() {
		return "McpConnectedAccount[connectionName=%s, connectedAccountId=%s, connectedAccountStatus=%s]"
			.formatted(this.connectionName, this.connectedAccountId, this.connectedAccountStatus);
	}

}
