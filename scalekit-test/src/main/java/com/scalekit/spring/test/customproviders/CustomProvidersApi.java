package com.scalekit.spring.test.customproviders;

import java.util.Map;

import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiPrinter;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Router;

/**
 * The operations on providers of an environment itself.
 */
public final class CustomProvidersApi implements ApiGroup {

	private final CustomProviders providers;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 */
	public CustomProvidersApi(EnvironmentState state) {
		this.providers = new CustomProviders(state);
	}

	/**
	 * Return the providers.
	 * @return the providers
	 */
	public CustomProviders providers() {
		return this.providers;
	}

	@Override
	public void register(Router router) {
		router.handle("CreateCustomProvider",
				(request) -> ApiResponse.created(body(this.providers.create(request.json()))));
		router.handle("UpdateCustomProvider", (request) -> ApiResponse
			.ok(body(this.providers.update(request.pathVariable("identifier"), request.json()))));
		router.handle("DeleteCustomProvider", this::delete);
	}

	@Override
	public void reset() {
		this.providers.clear();
	}

	private ApiResponse delete(ApiRequest request) {
		this.providers.delete(request.pathVariable("identifier"));
		return ApiResponse.ok(Map.of());
	}

	private static Map<String, Object> body(StoredProvider provider) {
		return Map.of("provider", ApiPrinter.print("Provider", provider));
	}

}
