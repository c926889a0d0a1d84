package com.scalekit.spring.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;

import com.scalekit.spring.client.ScalekitContracts;
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
 * A pair of beans for each API group.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(name = "scalekitClients")
@ImportRuntimeHints(ScalekitContractsConfiguration.Hints.class)
class ScalekitContractsConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ApiClientsClient scalekitApiClientsClient(LazyScalekitClients clients) {
		return clients.create(ApiClientsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveApiClientsClient scalekitReactiveApiClientsClient(LazyScalekitClients clients) {
		return clients.create(ReactiveApiClientsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ApiTokensClient scalekitApiTokensClient(LazyScalekitClients clients) {
		return clients.create(ApiTokensClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveApiTokensClient scalekitReactiveApiTokensClient(LazyScalekitClients clients) {
		return clients.create(ReactiveApiTokensClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	AuthenticationLogsClient scalekitAuthenticationLogsClient(LazyScalekitClients clients) {
		return clients.create(AuthenticationLogsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveAuthenticationLogsClient scalekitReactiveAuthenticationLogsClient(LazyScalekitClients clients) {
		return clients.create(ReactiveAuthenticationLogsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ConnectedAccountsClient scalekitConnectedAccountsClient(LazyScalekitClients clients) {
		return clients.create(ConnectedAccountsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveConnectedAccountsClient scalekitReactiveConnectedAccountsClient(LazyScalekitClients clients) {
		return clients.create(ReactiveConnectedAccountsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ConnectionsClient scalekitConnectionsClient(LazyScalekitClients clients) {
		return clients.create(ConnectionsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveConnectionsClient scalekitReactiveConnectionsClient(LazyScalekitClients clients) {
		return clients.create(ReactiveConnectionsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	CustomProvidersClient scalekitCustomProvidersClient(LazyScalekitClients clients) {
		return clients.create(CustomProvidersClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveCustomProvidersClient scalekitReactiveCustomProvidersClient(LazyScalekitClients clients) {
		return clients.create(ReactiveCustomProvidersClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	DirectoriesClient scalekitDirectoriesClient(LazyScalekitClients clients) {
		return clients.create(DirectoriesClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveDirectoriesClient scalekitReactiveDirectoriesClient(LazyScalekitClients clients) {
		return clients.create(ReactiveDirectoriesClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	DomainsClient scalekitDomainsClient(LazyScalekitClients clients) {
		return clients.create(DomainsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveDomainsClient scalekitReactiveDomainsClient(LazyScalekitClients clients) {
		return clients.create(ReactiveDomainsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	McpConfigurationsClient scalekitMcpConfigurationsClient(LazyScalekitClients clients) {
		return clients.create(McpConfigurationsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveMcpConfigurationsClient scalekitReactiveMcpConfigurationsClient(LazyScalekitClients clients) {
		return clients.create(ReactiveMcpConfigurationsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	MembershipsClient scalekitMembershipsClient(LazyScalekitClients clients) {
		return clients.create(MembershipsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveMembershipsClient scalekitReactiveMembershipsClient(LazyScalekitClients clients) {
		return clients.create(ReactiveMembershipsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	OrganizationRolesClient scalekitOrganizationRolesClient(LazyScalekitClients clients) {
		return clients.create(OrganizationRolesClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveOrganizationRolesClient scalekitReactiveOrganizationRolesClient(LazyScalekitClients clients) {
		return clients.create(ReactiveOrganizationRolesClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	OrganizationsClient scalekitOrganizationsClient(LazyScalekitClients clients) {
		return clients.create(OrganizationsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveOrganizationsClient scalekitReactiveOrganizationsClient(LazyScalekitClients clients) {
		return clients.create(ReactiveOrganizationsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	PasskeysClient scalekitPasskeysClient(LazyScalekitClients clients) {
		return clients.create(PasskeysClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactivePasskeysClient scalekitReactivePasskeysClient(LazyScalekitClients clients) {
		return clients.create(ReactivePasskeysClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	PasswordlessClient scalekitPasswordlessClient(LazyScalekitClients clients) {
		return clients.create(PasswordlessClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactivePasswordlessClient scalekitReactivePasswordlessClient(LazyScalekitClients clients) {
		return clients.create(ReactivePasswordlessClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	PermissionsClient scalekitPermissionsClient(LazyScalekitClients clients) {
		return clients.create(PermissionsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactivePermissionsClient scalekitReactivePermissionsClient(LazyScalekitClients clients) {
		return clients.create(ReactivePermissionsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	RolesClient scalekitRolesClient(LazyScalekitClients clients) {
		return clients.create(RolesClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveRolesClient scalekitReactiveRolesClient(LazyScalekitClients clients) {
		return clients.create(ReactiveRolesClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	SessionsClient scalekitSessionsClient(LazyScalekitClients clients) {
		return clients.create(SessionsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveSessionsClient scalekitReactiveSessionsClient(LazyScalekitClients clients) {
		return clients.create(ReactiveSessionsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ToolsClient scalekitToolsClient(LazyScalekitClients clients) {
		return clients.create(ToolsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveToolsClient scalekitReactiveToolsClient(LazyScalekitClients clients) {
		return clients.create(ReactiveToolsClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	UsersClient scalekitUsersClient(LazyScalekitClients clients) {
		return clients.create(UsersClient.class);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	ReactiveUsersClient scalekitReactiveUsersClient(LazyScalekitClients clients) {
		return clients.create(ReactiveUsersClient.class);
	}

	/**
	 * The proxies of the {@link LazyScalekitClients}, one for each bean.
	 */
	static class Hints implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
			ScalekitContracts.all().forEach((contract) -> hints.proxies().registerJdkProxy(contract));
		}

	}

}
