package com.scalekit.spring.test.apiclients;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.apiclients.StoredApiClient.Secret;
import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiPrinter;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.RandomStrings;
import com.scalekit.spring.test.server.Router;

/**
 * The operations on API clients of organizations.
 */
public final class ApiClientsApi implements ApiGroup {

	private final EnvironmentState state;

	private final ApiClients clients;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 */
	public ApiClientsApi(EnvironmentState state) {
		this.state = state;
		this.clients = new ApiClients(state);
	}

	/**
	 * Return the clients.
	 * @return the clients
	 */
	public ApiClients clients() {
		return this.clients;
	}

	@Override
	public void register(Router router) {
		router.handle("ListOrganizationClients", this::list);
		router.handle("CreateOrganizationClient", this::create);
		router.handle("GetOrganizationClient", this::get);
		router.handle("UpdateOrganizationClient", this::update);
		router.handle("DeleteOrganizationClient", this::delete);
		router.handle("CreateOrganizationClientSecret", this::createSecret);
		router.handle("DeleteOrganizationClientSecret", this::deleteSecret);
	}

	@Override
	public void reset() {
		this.clients.clear();
	}

	private ApiResponse list(ApiRequest request) {
		this.state.require("organization", organizationId(request));
		return ApiResponse.ok(this.clients.byOrganization()
			.list(organizationId(request), PageRequest.of(request))
			.map(ApiClientsApi::print)
			.toBody("clients"));
	}

	private ApiResponse create(ApiRequest request) {
		String secret = RandomStrings.secret();
		StoredApiClient client = this.clients.create(organizationId(request), (empty) -> Json
			.with(Json.merge(empty, request.json()), Map.of("secrets", List.of(this.clients.newSecret(secret)))));
		return ApiResponse.created(Map.of("client", print(client), "plain_secret", secret)).uncacheable();
	}

	private ApiResponse get(ApiRequest request) {
		return ok(this.clients.byOrganization().get(organizationId(request), clientId(request)));
	}

	private ApiResponse update(ApiRequest request) {
		return ok(this.clients.update(organizationId(request), clientId(request),
				(client) -> Json.merge(client, request.json())));
	}

	private ApiResponse delete(ApiRequest request) {
		this.clients.delete(organizationId(request), clientId(request));
		return ApiResponse.ok(Map.of());
	}

	private ApiResponse createSecret(ApiRequest request) {
		String value = RandomStrings.secret();
		Secret secret = this.clients.newSecret(value);
		this.clients.addSecret(organizationId(request), clientId(request), secret);
		return ApiResponse.created(Map.of("plain_secret", value, "secret", ApiPrinter.print("ClientSecret", secret)))
			.uncacheable();
	}

	private ApiResponse deleteSecret(ApiRequest request) {
		String id = request.pathVariable("secret_id");
		this.clients.update(organizationId(request), clientId(request), (client) -> {
			List<Secret> secrets = new ArrayList<>(client.secrets());
			if (!secrets.removeIf((secret) -> secret.id().equals(id))) {
				throw ApiException.resourceNotFound("secret not found");
			}
			return Json.with(client, Map.of("secrets", List.copyOf(secrets)));
		});
		return ApiResponse.ok(Map.of());
	}

	private static ApiResponse ok(StoredApiClient client) {
		return ApiResponse.ok(Map.of("client", print(client)));
	}

	private static ObjectNode print(StoredApiClient client) {
		return ApiPrinter.print("M2MClient", client);
	}

	private static String organizationId(ApiRequest request) {
		return request.pathVariable("organization_id");
	}

	private static String clientId(ApiRequest request) {
		return request.pathVariable("client_id");
	}

}
