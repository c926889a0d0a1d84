package com.scalekit.spring.test.directories;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiPrinter;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.Router;

/**
 * The operations on directories.
 */
public final class DirectoriesApi implements ApiGroup {

	private final EnvironmentState state;

	private final Directories directories;

	private final Supplier<String> url;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 * @param url returns the URL of the environment
	 */
	public DirectoriesApi(EnvironmentState state, Supplier<String> url) {
		this.state = state;
		this.directories = new Directories(state, this::print);
		this.url = url;
	}

	/**
	 * Return the directories.
	 * @return the directories
	 */
	public Directories directories() {
		return this.directories;
	}

	@Override
	public void register(Router router) {
		router.handle("ListDirectories", this::list);
		router.handle("GetDirectory", this::get);
		router.handle("ListDirectoryUsers", this::listUsers);
		router.handle("ListDirectoryGroups", this::listGroups);
		router.handle("EnableDirectory", (request) -> toggle(request, true));
		router.handle("DisableDirectory", (request) -> toggle(request, false));
	}

	@Override
	public void reset() {
		this.directories.clear();
	}

	private ApiResponse list(ApiRequest request) {
		String organizationId = request.pathVariable("organization_id");
		this.state.require("organization", organizationId);
		return ApiResponse
			.ok(Map.of("directories", this.directories.all(organizationId).stream().map(this::print).toList()));
	}

	private ApiResponse get(ApiRequest request) {
		return ApiResponse.ok(Map.of("directory", print(require(request, "id"))));
	}

	private ApiResponse listUsers(ApiRequest request) {
		String directoryId = require(request, "directory_id").id();
		String groupId = request.parameter("directory_group_id");
		Instant updatedAfter = request.time("updated_after").orElse(Instant.MIN);
		boolean detail = request.flag("include_detail", false);
		List<StoredDirectoryGroup> groups = groups(directoryId);
		return ApiResponse.ok(this.directories
			.users(directoryId, PageRequest.of(request),
					(user) -> user.updatedAt().isAfter(updatedAfter) && (groupId.isEmpty()
							|| groups(user, groups).stream().anyMatch((group) -> group.id().equals(groupId))))
			.map((user) -> print(user, groups(user, groups), detail))
			.toBody("users"));
	}

	private ApiResponse listGroups(ApiRequest request) {
		String directoryId = require(request, "directory_id").id();
		Instant updatedAfter = request.time("updated_after").orElse(Instant.MIN);
		boolean detail = request.flag("include_detail", false);
		boolean external = request.flag("include_external_groups", false);
		return ApiResponse.ok(this.directories
			.groups(directoryId, PageRequest.of(request),
					(group) -> group.updatedAt().isAfter(updatedAfter) && (external || !group.external()))
			.map((group) -> print(group, detail))
			.toBody("groups"));
	}

	/**
	 * A change that changes nothing is no error, but is told.
	 */
	private ApiResponse toggle(ApiRequest request, boolean enabled) {
		StoredDirectory directory = require(request, "id");
		if (directory.enabled() == enabled) {
			return ApiResponse.ok(Map.of("enabled", enabled, "error_message",
					"directory is already " + ((enabled) ? "enabled" : "disabled")));
		}
		this.directories.replace(Json.with(directory, Map.of("enabled", enabled)));
		return ApiResponse.ok(Map.of("enabled", enabled));
	}

	private StoredDirectory require(ApiRequest request, String variable) {
		return this.directories.require(request.pathVariable("organization_id"), request.pathVariable(variable));
	}

	private ObjectNode print(StoredDirectory directory) {
		int users = this.directories.users(directory.id()).size();
		int groups = groups(directory.id()).size();
		return ApiPrinter.print("Directory", directory,
				Map.of("directory_endpoint",
						"%s/api/v1/directories/%s/scim/v2".formatted(this.url.get(), directory.id()), "total_users",
						users, "total_groups", groups, "stats", Map.of("total_users", users, "total_groups", groups)));
	}

	private ObjectNode print(StoredDirectoryUser user, List<StoredDirectoryGroup> groups, boolean detail) {
		Map<String, Object> more = new LinkedHashMap<>();
		more.put("emails", List.of(user.email()));
		more.put("preferred_username", user.email());
		more.put("groups", groups.stream().map((group) -> print(group, false)).toList());
		if (detail) {
			more.put("user_detail", Map.of("userName", user.email(), "active", true));
		}
		return ApiPrinter.print("DirectoryUser", user, more);
	}

	private ObjectNode print(StoredDirectoryGroup group, boolean detail) {
		long users = this.directories.users(group.directoryId())
			.stream()
			.filter((user) -> user.groups().contains(group.displayName()))
			.count();
		return ApiPrinter.print("DirectoryGroup", group,
				(detail) ? Map.of("total_users", users, "group_detail", Map.of("displayName", group.displayName()))
						: Map.of("total_users", users));
	}

	/**
	 * The groups that are synchronized.
	 */
	private List<StoredDirectoryGroup> groups(String directoryId) {
		return this.directories.groups(directoryId).stream().filter((group) -> !group.external()).toList();
	}

	private static List<StoredDirectoryGroup> groups(StoredDirectoryUser user, List<StoredDirectoryGroup> groups) {
		return groups.stream().filter((group) -> user.groups().contains(group.displayName())).toList();
	}

}
