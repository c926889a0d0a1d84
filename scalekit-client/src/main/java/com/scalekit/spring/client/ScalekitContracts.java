package com.scalekit.spring.client;

import java.util.List;

import com.scalekit.spring.client.apitokens.ApiTokensClient;
import com.scalekit.spring.client.apitokens.ReactiveApiTokensClient;
import com.scalekit.spring.client.authenticationlogs.AuthenticationLogsClient;
import com.scalekit.spring.client.authenticationlogs.ReactiveAuthenticationLogsClient;
import com.scalekit.spring.client.domains.DomainsClient;
import com.scalekit.spring.client.domains.ReactiveDomainsClient;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;
import com.scalekit.spring.client.passkeys.PasskeysClient;
import com.scalekit.spring.client.passkeys.ReactivePasskeysClient;
import com.scalekit.spring.client.passwordless.PasswordlessClient;
import com.scalekit.spring.client.passwordless.ReactivePasswordlessClient;
import com.scalekit.spring.client.permissions.PermissionsClient;
import com.scalekit.spring.client.permissions.ReactivePermissionsClient;

/**
 * The list of contracts: the interfaces of all API groups, each with its reactive twin.
 */
public final class ScalekitContracts {

	private static final List<Class<?>> ALL = List.of(ApiTokensClient.class, ReactiveApiTokensClient.class,
			AuthenticationLogsClient.class, ReactiveAuthenticationLogsClient.class, DomainsClient.class,
			ReactiveDomainsClient.class, OrganizationsClient.class, ReactiveOrganizationsClient.class,
			PasskeysClient.class, ReactivePasskeysClient.class, PasswordlessClient.class,
			ReactivePasswordlessClient.class, PermissionsClient.class, ReactivePermissionsClient.class);

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
