package com.scalekit.spring.client.directories;

import java.time.Instant;
import java.util.stream.Stream;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class DirectoriesClientTests extends ContractTests<DirectoriesClient> {

	private static final String USERS = "GET /api/v1/organizations/org_1/directories/dir_1/users";

	private static final String GROUPS = "GET /api/v1/organizations/org_1/directories/dir_1/groups";

	private static final Instant TIME = Instant.parse("2025-03-20T13:55:46Z");

	DirectoriesClientTests() {
		super(DirectoriesClient.class);
	}

	@Override
	protected Stream<Call<DirectoriesClient>> calls() {
		return Stream.of(
				call("GET /api/v1/organizations/org_1/directories", (directories) -> directories.list("org_1")),
				call("GET /api/v1/organizations/org_1/directories/dir_1",
						(directories) -> directories.get("org_1", "dir_1")),
				call(USERS, (directories) -> directories.listUsers("org_1", "dir_1")),
				call("GET /api/v1/organizations/org%2F1/directories/dir%3A1/users?page_size=10&page_token=a%2Bb"
						+ "&directory_group_id=dirgroup_1&updated_after=2025-03-20T13%3A55%3A46Z&include_detail=true",
						(directories) -> directories.listUsers("org/1", "dir:1",
								DirectoryUserQuery.any()
									.withDirectoryGroupId("dirgroup_1")
									.withUpdatedAfter(TIME)
									.withDetail(),
								10, "a+b")),
				call(USERS + "?page_size=30", (directories) -> directories.allUsers("org_1", "dir_1")),
				call(USERS + "?page_size=30&include_detail=true",
						(directories) -> directories.allUsers("org_1", "dir_1", DirectoryUserQuery.any().withDetail())),
				call(GROUPS, (directories) -> directories.listGroups("org_1", "dir_1")),
				call(GROUPS + "?page_size=10&page_token=a%2Bb&updated_after=2025-03-20T13%3A55%3A46Z"
						+ "&include_detail=true&include_external_groups=true",
						(directories) -> directories.listGroups("org_1", "dir_1",
								DirectoryGroupQuery.any().withUpdatedAfter(TIME).withDetail().withExternalGroups(), 10,
								"a+b")),
				call(GROUPS + "?page_size=30", (directories) -> directories.allGroups("org_1", "dir_1")),
				call(GROUPS + "?page_size=30&include_external_groups=true",
						(directories) -> directories.allGroups("org_1", "dir_1",
								DirectoryGroupQuery.any().withExternalGroups())),
				call("PATCH /api/v1/organizations/org_1/directories/dir_1:enable",
						(directories) -> directories.enable("org_1", "dir_1")),
				call("PATCH /api/v1/organizations/org_1/directories/dir_1:disable",
						(directories) -> directories.disable("org_1", "dir_1")));
	}

}
