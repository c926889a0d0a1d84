package com.scalekit.spring.test.permissions;

import java.util.Map;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.Router;

/**
 * The operations on permissions.
 */
public final class PermissionsApi implements ApiGroup {

	private final Permissions permissions;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 */
	public PermissionsApi(EnvironmentState state) {
		this.permissions = new Permissions(state);
	}

	/**
	 * Return the permissions.
	 * @return the permissions
	 */
	public Permissions permissions() {
		return this.permissions;
	}

	@Override
	public void register(Router router) {
		router.handle("ListPermissions", (request) -> ApiResponse
			.ok(this.permissions.list(PageRequest.of(request), request.parameter("type")).toBody("permissions")));
		router.handle("CreatePermission", this::create);
		router.handle("GetPermission", (request) -> ApiResponse.ok(envelope(this.permissions.require(name(request)))));
		router.handle("UpdatePermission", this::update);
		router.handle("DeletePermission", this::delete);
	}

	@Override
	public void reset() {
		this.permissions.clear();
	}

	private ApiResponse create(ApiRequest request) {
		return ApiResponse
			.created(envelope(this.permissions.create(request.json().path("name").asString(), description(request))));
	}

	private ApiResponse update(ApiRequest request) {
		if (!request.json().path("name").asString().equals(name(request))) {
			throw ApiException.invalidArgument("the name of a permission cannot be changed");
		}
		return ApiResponse.ok(envelope(this.permissions.update(name(request), description(request))));
	}

	private ApiResponse delete(ApiRequest request) {
		this.permissions.delete(name(request));
		return ApiResponse.ok(Map.of());
	}

	private static String name(ApiRequest request) {
		return request.pathVariable("permission_name");
	}

	private static String description(ApiRequest request) {
		return request.json().path("description").asString("");
	}

	private static Map<String, StoredPermission> envelope(StoredPermission permission) {
		return Map.of("permission", permission);
	}

}
