package com.scalekit.spring.test.connectedaccounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The details of a connected account that a test adds. At first the user has authorized
 * it, with credentials that are random.
 *
 * @see ConnectedAccounts#add(String, String, java.util.function.Consumer)
 */
public final class NewConnectedAccount {

	private final Map<String, Object> selector = new LinkedHashMap<>();

	private final Map<String, Object> apiConfig = new LinkedHashMap<>();

	private Map<String, Object> authorizationDetails;

	private String status = "ACTIVE";

	NewConnectedAccount(String connector, String identifier, String accessToken, String refreshToken) {
		this.selector.put("connector", connector);
		this.selector.put("identifier", identifier);
		this.authorizationDetails = oauthDetails(accessToken, refreshToken, List.of());
	}

	private static Map<String, Object> oauthDetails(String accessToken, String refreshToken, List<String> scopes) {
		return Map.of("oauth_token",
				Map.of("access_token", accessToken, "refresh_token", refreshToken, "scopes", scopes));
	}

	/**
	 * Make the account one that the user has not authorized yet.
	 * @return this account
	 */
	public NewConnectedAccount pending() {
		this.authorizationDetails = Map.of();
		return status("PENDING_AUTH");
	}

	/**
	 * Make the account one that the user has to authorize again.
	 * @return this account
	 */
	public NewConnectedAccount expired() {
		return status("EXPIRED");
	}

	/**
	 * Make the account one that was disconnected by hand.
	 * @return this account
	 */
	public NewConnectedAccount disconnected() {
		return status("DISCONNECTED");
	}

	private NewConnectedAccount status(String status) {
		this.status = status;
		return this;
	}

	/**
	 * Make the account one of an organization.
	 * @param organizationId the id of the organization
	 * @return this account
	 */
	public NewConnectedAccount organization(String organizationId) {
		this.selector.put("organization_id", organizationId);
		return this;
	}

	/**
	 * Make the account one of a user of Scalekit.
	 * @param userId the id of the user
	 * @return this account
	 */
	public NewConnectedAccount user(String userId) {
		this.selector.put("user_id", userId);
		return this;
	}

	/**
	 * Set the credentials to tokens.
	 * @param accessToken the access token
	 * @param refreshToken the refresh token
	 * @param scopes what the user has agreed to
	 * @return this account
	 */
	public NewConnectedAccount oauthToken(String accessToken, String refreshToken, String... scopes) {
		this.authorizationDetails = oauthDetails(accessToken, refreshToken, List.of(scopes));
		return this;
	}

	/**
	 * Set the credentials to ones that do not change, such as an API key.
	 * @param details the credentials, whose names depend on the service
	 * @return this account
	 */
	public NewConnectedAccount staticAuth(Map<String, Object> details) {
		this.authorizationDetails = Map.of("static_auth", Map.of("details", details));
		return this;
	}

	/**
	 * Add a setting for calls to the service.
	 * @param name the name
	 * @param value the value
	 * @return this account
	 */
	public NewConnectedAccount apiConfig(String name, Object value) {
		this.apiConfig.put(name, value);
		return this;
	}

	String status() {
		return this.status;
	}

	Map<String, Object> body() {
		Map<String, Object> body = new LinkedHashMap<>(this.selector);
		body.put("connected_account",
				Map.of("api_config", this.apiConfig, "authorization_details", this.authorizationDetails));
		return body;
	}

}
