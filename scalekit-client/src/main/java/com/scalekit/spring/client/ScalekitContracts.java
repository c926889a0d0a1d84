package com.scalekit.spring.client;

import java.util.List;

import com.scalekit.spring.client.apiclients.ApiClientsClient;
import com.scalekit.spring.client.apiclients.ReactiveApiClientsClient;
import com.scalekit.spring.client.apitokens.ApiTokensClient;
import com.scalekit.spring.client.apitokens.ReactiveApiTokensClient;
import com.scalekit.spring.client.authenticationlogs.AuthenticationLogsClient;
import com.scalekit.spring.client.authenticationlogs.ReactiveAuthenticationLogsClient;
import com.scalekit.spring.client.connectedaccounts.ConnectedAccountsClient;
import com.scalekit.spring.client.connectedaccounts.ReactiveConnectedAccountsClient;
import com.scalekit.spring.client.connections.ConnectionsClient;
import com.scalekit.spring.client.connections.ReactiveConnectionsClient;
import com.scalekit.spring.client.customproviders.CustomProvidersClient;
import com.scalekit.spring.client.customproviders.ReactiveCustomProvidersClient;
import com.scalekit.spring.client.directories.DirectoriesClient;
import com.scalekit.spring.client.directories.ReactiveDirectoriesClient;
import com.scalekit.spring.client.domains.DomainsClient;
import com.scalekit.spring.client.domains.ReactiveDomainsClient;
import com.scalekit.spring.client.mcpconfigurations.McpConfigurationsClient;
import com.scalekit.spring.client.mcpconfigurations.ReactiveMcpConfigurationsClient;
import com.scalekit.spring.client.memberships.MembershipsClient;
import com.scalekit.spring.client.memberships.ReactiveMembershipsClient;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;
import com.scalekit.spring.client.passkeys.PasskeysClient;
import com.scalekit.spring.client.passkeys.ReactivePasskeysClient;
import com.scalekit.spring.client.passwordless.PasswordlessClient;
import com.scalekit.spring.client.passwordless.ReactivePasswordlessClient;
import com.scalekit.spring.client.permissions.PermissionsClient;
import com.scalekit.spring.client.permissions.ReactivePermissionsClient;
import com.scalekit.spring.client.roles.OrganizationRolesClient;
import com.scalekit.spring.client.roles.ReactiveOrganizationRolesClient;
import com.scalekit.spring.client.roles.ReactiveRolesClient;
import com.scalekit.spring.client.roles.RolesClient;
import com.scalekit.spring.client.sessions.ReactiveSessionsClient;
import com.scalekit.spring.client.sessions.SessionsClient;
import com.scalekit.spring.client.tools.ReactiveToolsClient;
import com.scalekit.spring.client.tools.ToolsClient;
import com.scalekit.spring.client.users.ReactiveUsersClient;
import com.scalekit.spring.client.users.UsersClient;

/**
 * The list of contracts: the interfaces of all API groups, each with its reactive twin.
 */
public final class ScalekitContracts {

	private static final List<Class<?>> ALL = List.of(ApiClientsClient.class, ReactiveApiClientsClient.class,
			ApiTokensClient.class, ReactiveApiTokensClient.class, AuthenticationLogsClient.class,
			ReactiveAuthenticationLogsClient.class, ConnectedAccountsClient.class,
			ReactiveConnectedAccountsClient.class, ConnectionsClient.class, ReactiveConnectionsClient.class,
			CustomProvidersClient.class, ReactiveCustomProvidersClient.class, DirectoriesClient.class,
			ReactiveDirectoriesClient.class, DomainsClient.class, ReactiveDomainsClient.class,
			McpConfigurationsClient.class, ReactiveMcpConfigurationsClient.class, MembershipsClient.class,
			ReactiveMembershipsClient.class, OrganizationRolesClient.class, ReactiveOrganizationRolesClient.class,
			OrganizationsClient.class, ReactiveOrganizationsClient.class, PasskeysClient.class,
			ReactivePasskeysClient.class, PasswordlessClient.class, ReactivePasswordlessClient.class,
			PermissionsClient.class, ReactivePermissionsClient.class, RolesClient.class, ReactiveRolesClient.class,
			SessionsClient.class, ReactiveSessionsClient.class, ToolsClient.class, ReactiveToolsClient.class,
			UsersClient.class, ReactiveUsersClient.class);

	private ScalekitContracts() {
	}

	/**
	 * Return all contracts.
	 * @return the interfaces, each blocking one followed by its reactive twin
	 */
	public static List<Class<?>> all() {
		return ALL;
	}

}
