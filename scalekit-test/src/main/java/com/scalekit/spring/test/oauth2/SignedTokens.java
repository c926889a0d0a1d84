package com.scalekit.spring.test.oauth2;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.scalekit.spring.test.apiclients.ApiClients;
import com.scalekit.spring.test.organizations.Organizations;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Router;
import com.scalekit.spring.test.users.Users;

/**
 * The tokens that the environment signs. It publishes the keys, and those that forged
 * tokens point to.
 */
public final class SignedTokens implements ApiGroup {

	static final String FORGED_KEYS = "/forged-keys";

	private final Keys keys;

	private final AccessTokens accessTokens;

	/**
	 * Create the tokens.
	 * @param clientId the id of the client that tokens are issued to
	 * @param state the state of the environment
	 * @param url returns the URL of the environment
	 * @param users the users
	 * @param organizations the organizations
	 * @param clients the API clients of organizations
	 */
	public SignedTokens(String clientId, EnvironmentState state, Supplier<String> url, Users users,
			Organizations organizations, ApiClients clients) {
		this.keys = new Keys(state);
		this.accessTokens = new AccessTokens(state, this.keys, clientId, url, users, organizations, clients);
	}

	/**
	 * Return the keys.
	 * @return the keys
	 */
	public Keys keys() {
		return this.keys;
	}

	/**
	 * Return the access tokens.
	 * @return the access tokens
	 */
	public AccessTokens accessTokens() {
		return this.accessTokens;
	}

	@Override
	public void register(Router router) {
		router.get("/keys", (request) -> keySet(this.keys.published()).delayed(this.keys.delay()));
		router.get(FORGED_KEYS, (request) -> keySet(List.of(SigningKey.foreign().toJwk())));
	}

	private static ApiResponse keySet(List<Map<String, String>> keys) {
		return ApiResponse.ok(Map.of("keys", keys));
	}

	@Override
	public void reset() {
		this.keys.reset();
		this.accessTokens.reset();
	}

}
