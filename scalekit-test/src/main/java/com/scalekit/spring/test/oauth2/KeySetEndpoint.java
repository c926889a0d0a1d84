package com.scalekit.spring.test.oauth2;

import java.util.List;
import java.util.Map;

import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Router;

/**
 * Publishes the keys that tokens are signed with, and those that forged tokens point to.
 */
public final class KeySetEndpoint implements ApiGroup {

	static final String FORGED_KEYS = "/forged-keys";

	private final Keys keys;

	/**
	 * Create the endpoint.
	 * @param state the state of the environment
	 */
	public KeySetEndpoint(EnvironmentState state) {
		this.keys = new Keys(state);
	}

	/**
	 * Return the keys.
	 * @return the keys
	 */
	public Keys keys() {
		return this.keys;
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
	}

}
