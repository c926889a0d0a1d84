package com.scalekit.spring.test.users;

import java.util.Map;
import java.util.function.Function;

import com.scalekit.spring.test.organizations.Organizations;
import com.scalekit.spring.test.roles.Roles;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.Router;

/**
 * The operations on users and on their memberships.
 */
public final class UsersApi implements ApiGroup {

	private final Users users;

	private final MembershipsApi membershipsApi;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 * @param organizations the organizations that users are members of
	 * @param roles the roles that members have
	 */
	public UsersApi(EnvironmentState state, Organizations organizations, Roles roles) {
		this.users = new Users(state, organizations, roles);
		this.membershipsApi = new MembershipsApi(this.users);
	}

	/**
	 * Return the users.
	 * @return the users
	 */
	public Users users() {
		return this.users;
	}

	@Override
	public void register(Router router) {
		Function<ApiRequest, StoredUser> byId = (request) -> this.users.require(request.pathVariable("id"));
		Function<ApiRequest, StoredUser> byExternalId = (request) -> this.users
			.requireByExternalId(request.pathVariable("external_id"));
		router.handle("GetUser", (request) -> ApiResponse.ok(envelope(byId.apply(request))));
		router.handle("GetUser2", (request) -> ApiResponse.ok(envelope(byExternalId.apply(request))));
		router.handle("UpdateUser", (request) -> update(request, byId.apply(request)));
		router.handle("UpdateUser2", (request) -> update(request, byExternalId.apply(request)));
		router.handle("DeleteUser", (request) -> delete(byId.apply(request)));
		router.handle("DeleteUser2", (request) -> delete(byExternalId.apply(request)));
		router.handle("ListUsers",
				(request) -> ApiResponse.ok(this.users.list(PageRequest.of(request), (user) -> true).toBody("users")));
		router.handle("SearchUsers", (request) -> ApiResponse
			.ok(this.users.list(PageRequest.of(request), Users.matching(request.parameter("query"))).toBody("users")));
		router.handle("CreateUserAndMembership", this::create);
		this.membershipsApi.register(router, byId, byExternalId);
	}

	@Override
	public void reset() {
		this.users.clear();
	}

	private ApiResponse create(ApiRequest request) {
		return ApiResponse.created(envelope(this.users.create(request.pathVariable("organization_id"), request.json(),
				request.flag("send_invitation_email", true))));
	}

	private ApiResponse update(ApiRequest request, StoredUser user) {
		return ApiResponse.ok(envelope(this.users.update(user, (current) -> Json.merge(current, request.json()))));
	}

	private ApiResponse delete(StoredUser user) {
		this.users.delete(user);
		return ApiResponse.ok(Map.of());
	}

	static Map<String, StoredUser> envelope(StoredUser user) {
		return Map.of("user", user);
	}

}
