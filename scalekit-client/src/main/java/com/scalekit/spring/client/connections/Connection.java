package com.scalekit.spring.client.connections;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.domains.Domain;
import com.scalekit.spring.client.http.Enveloped;

/**
 * A connection, through which the users of an organization sign in. One of the
 * configurations is set at most; which one depends on the type.
 *
 * @param id the identifier, starting with {@code conn_}
 * @param organizationId the identifier of the organization, {@code null} if the
 * connection belongs to none
 * @param type how the connection authenticates
 * @param status how far the configuration is
 * @param enabled whether users can sign in with the connection
 * @param provider the identity provider, such as {@code OKTA}, {@code GOOGLE},
 * {@code MICROSOFT_AD}, {@code AUTH0}, {@code ONELOGIN}, {@code PING_IDENTITY},
 * {@code JUMPCLOUD} or {@code CUSTOM}; Scalekit adds others
 * @param providerKey the key of the identity provider, such as {@code google}
 * @param keyId another identifier of the connection, for front ends and URLs
 * @param configurationType where the configuration comes from
 * @param domains the domains whose users sign in with the connection
 * @param attributeMapping the attributes of the identity provider, by the fields of the
 * user's profile that they become
 * @param debugEnabled whether endpoints without TLS are allowed, for development only
 * @param testConnectionUri the URL at which a person can try the connection out
 * @param mcpServerUrl the URL of the connection's MCP server, {@code null} if the
 * environment has no virtual MCP servers
 * @param oidcConfig the configuration if the type is {@link ConnectionType#OIDC}
 * @param samlConfig the configuration if the type is {@link ConnectionType#SAML}
 * @param oauthConfig the configuration if the type is {@link ConnectionType#OAUTH} or one
 * based on it
 * @param passwordlessConfig the configuration if the type is
 * {@link ConnectionType#PASSWORDLESS}
 * @param webauthnConfig the configuration if the type is {@link ConnectionType#WEBAUTHN}
 * @param googleDwdConfig the configuration if the type is
 * {@link ConnectionType#GOOGLE_DWD}
 * @param staticConfig the configuration if the type is {@link ConnectionType#BASIC},
 * {@link ConnectionType#BEARER}, {@link ConnectionType#API_KEY} or the like
 */
@Enveloped("connection")
public record Connection(String id, @Nullable String organizationId, ConnectionType type, ConnectionStatus status,
		boolean enabled, String provider, String providerKey, @Nullable String keyId,
		ConfigurationType configurationType, List<Domain> domains, Map<String, String> attributeMapping,
		boolean debugEnabled, String testConnectionUri, @Nullable String mcpServerUrl, @Nullable OidcConfig oidcConfig,
		@Nullable SamlConfig samlConfig, @Nullable OAuthConfig oauthConfig,
		@Nullable PasswordlessConfig passwordlessConfig, @Nullable WebAuthnConfig webauthnConfig,
		@Nullable GoogleDwdConfig googleDwdConfig, @Nullable StaticConfig staticConfig) {

	/**
	 * Where the configuration of a connection comes from.
	 */
	public enum ConfigurationType {

		/**
		 * From the metadata of the identity provider.
		 */
		DISCOVERY,

		/**
		 * From an administrator.
		 */
		MANUAL,

		/**
		 * A type this version of the client does not know.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

}
