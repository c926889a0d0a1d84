package com.scalekit.spring.test.apitokens;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.organizations.Organizations;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiPrinter;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.Router;
import com.scalekit.spring.test.users.StoredUser;
import com.scalekit.spring.test.users.Users;

/**
 * The operations on API tokens.
 */
public final class ApiTokensApi implements ApiGroup {

	private final EnvironmentState state;

	private final Organizations organizations;

	private final Users users;

	private final ApiTokens tokens;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 * @param organizations the organizations
	 * @param users the users
	 */
	public ApiTokensApi(EnvironmentState state, Organizations organizations, Users users) {
		this.state = state;
		this.organizations = organizations;
		this.users = users;
		this.tokens = new ApiTokens(state, users);
	}

	/**
	 * Return the tokens.
	 * @return the tokens
	 */
	public ApiTokens tokens() {
		return this.tokens;
	}

	@Override
	public void register(Router router) {
		router.handle("CreateToken", this::create);
		router.handle("ListTokens", this::list);
		router.handle("ValidateToken", (request) -> ok(this.tokens.requireValid(token(request))));
		router.handle("UpdateToken", this::update);
		router.handle("InvalidateToken", this::revoke);
	}

	@Override
	public void reset() {
		this.tokens.clear();
	}

	private ApiResponse create(ApiRequest request) {
		String secret = this.tokens.create((token) -> Json.merge(token, request.json()));
		StoredApiToken token = this.tokens.get(secret);
		return ApiResponse.created(Map.of("token", secret, "token_id", token.tokenId(), "token_info", print(token)))
			.uncacheable();
	}

	private ApiResponse list(ApiRequest request) {
		String organizationId = request.parameter("organization_id");
		String userId = request.parameter("user_id");
		this.state.require("organization", organizationId);
		Map<String, Object> body = this.tokens.byOrganization()
			.list(organizationId, PageRequest.of(request), (token) -> userId.isEmpty() || userId.equals(token.userId()))
			.map(this::print)
			.toBody("tokens");
		body.put("total_count", body.remove("total_size"));
		return ApiResponse.ok(body);
	}

	/**
	 * Claims are replaced as a whole: whether the service does so or merges is not
	 * documented. None at all change nothing.
	 */
	private ApiResponse update(ApiRequest request) {
		ObjectNode changes = request.json();
		if (changes.path("custom_claims").isEmpty()) {
			changes.remove("custom_claims");
		}
		return ok(this.tokens.update(token(request), (token) -> Json.merge(token, changes)));
	}

	private ApiResponse revoke(ApiRequest request) {
		this.tokens.revoke(token(request));
		return ApiResponse.ok(Map.of());
	}

	private static String token(ApiRequest request) {
		return request.json().get("token").stringValue();
	}

	private ApiResponse ok(StoredApiToken token) {
		return ApiResponse.ok(Map.of("token_info", print(token)));
	}

	private ObjectNode print(StoredApiToken token) {
		Map<String, @Nullable Object> more = new LinkedHashMap<>();
		more.put("organization_external_id", this.organizations.get(token.organizationId()).externalId());
		if (token.userId() != null) {
			StoredUser user = this.users.get(token.userId());
			more.put("email", user.email());
			more.put("user_external_id", user.externalId());
			user.membership(token.organizationId())
				.ifPresent((membership) -> more.put("roles",
						membership.roles().stream().map((role) -> role.name()).toList()));
		}
		return ApiPrinter.print("Token", token, more);
	}

}
