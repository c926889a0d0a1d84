package com.scalekit.spring.test.directories;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DirectoriesApiTests {

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final TestClient client = TestClient.authorized(this.server);

	private final String organizationId = this.server.organizations().add("Acme");

	private final String path = "/api/v1/organizations/%s/directories".formatted(this.organizationId);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void userHasANameAndGroups() {
		String id = this.server.directories()
			.add(this.organizationId,
					(directory) -> directory.person("ann@acme.com", "Ann", "Doe", "Staff").user("bob@acme.com"));
		JsonNode users = this.client.get(this.path + "/" + id + "/users").json().get("users");
		assertThat(users.at("/0/given_name").stringValue()).isEqualTo("Ann");
		assertThat(users.at("/0/family_name").stringValue()).isEqualTo("Doe");
		assertThat(users.at("/0/groups/0/display_name").stringValue()).isEqualTo("Staff");
		assertThat(users.at("/1/given_name").stringValue()).isEmpty();
	}

	@Test
	void directoryTellsItsSize() {
		String id = this.server.directories()
			.add(this.organizationId,
					(directory) -> directory.name("Okta")
						.user("ann@acme.com", "Admins", "Staff")
						.users(3)
						.externalGroup("Guests"));
		JsonNode directory = this.client.get(this.path + "/" + id).json().get("directory");
		assertThat(directory.get("name").stringValue()).isEqualTo("Okta");
		assertThat(directory.get("directory_type").stringValue()).isEqualTo("SCIM");
		assertThat(directory.get("status").stringValue()).isEqualTo("COMPLETED");
		assertThat(directory.get("total_users").intValue()).isEqualTo(4);
		assertThat(directory.get("total_groups").intValue()).isEqualTo(2);
		assertThat(directory.at("/stats/total_users").intValue()).isEqualTo(4);
		assertThat(this.client.get(this.path).json().at("/directories/0")).isEqualTo(directory);
	}

	@Test
	void usersAreListedPageByPage() {
		String id = this.server.directories().add(this.organizationId, (directory) -> directory.users(65));
		List<String> emails = new ArrayList<>();
		String token = "";
		do {
			JsonNode page = this.client.get(this.path + "/" + id + "/users?page_size=30&page_token=" + token).json();
			assertThat(page.get("total_size").intValue()).isEqualTo(65);
			page.get("users").forEach((user) -> emails.add(user.get("email").stringValue()));
			token = page.get("next_page_token").stringValue().replace("=", "%3D").replace("+", "%2B");
		}
		while (!token.isEmpty());
		assertThat(emails).hasSize(65)
			.doesNotHaveDuplicates()
			.startsWith("user-1@example.com")
			.endsWith("user-65@example.com");
	}

	@Test
	void usersOfAGroup() {
		String id = this.server.directories()
			.add(this.organizationId,
					(directory) -> directory.user("ann@acme.com", "Admins", "Staff").user("bob@acme.com", "Staff"));
		List<StoredDirectoryGroup> groups = this.server.directories().groups(id);
		JsonNode users = this.client.get(this.path + "/" + id + "/users?directory_group_id=" + groups.get(0).id())
			.json()
			.get("users");
		assertThat(users.valueStream().map((user) -> user.get("email").stringValue())).containsExactly("ann@acme.com");
		assertThat(users.at("/0/groups").findValuesAsString("display_name")).containsExactly("Admins", "Staff");
		assertThat(users.at("/0/groups").findValuesAsString("total_users")).containsExactly("1", "2");
		assertThat(users.at("/0").has("user_detail")).isFalse();
	}

	@Test
	void detailsOnRequest() {
		String id = this.server.directories()
			.add(this.organizationId, (directory) -> directory.user("ann@acme.com", "Admins"));
		assertThat(this.client.get(this.path + "/" + id + "/users?include_detail=true")
			.json()
			.at("/users/0/user_detail/userName")
			.stringValue()).isEqualTo("ann@acme.com");
		assertThat(this.client.get(this.path + "/" + id + "/groups?include_detail=true")
			.json()
			.at("/groups/0/group_detail/displayName")
			.stringValue()).isEqualTo("Admins");
	}

	@Test
	void externalGroupsOnRequest() {
		String id = this.server.directories()
			.add(this.organizationId, (directory) -> directory.group("Staff").externalGroup("Guests"));
		assertThat(groups(id, "")).containsExactly("Staff");
		assertThat(groups(id, "?include_external_groups=true")).containsExactly("Staff", "Guests");
	}

	@Test
	void changesSinceATime() {
		String id = this.server.directories()
			.add(this.organizationId, (directory) -> directory.user("ann@acme.com", "Staff"));
		String time = this.server.directories().get(id).lastSyncedAt().toString();
		this.clock.advance(Duration.ofHours(1));
		this.server.directories().addUser(id, "bob@acme.com", "Staff");
		JsonNode page = this.client.get(this.path + "/" + id + "/users?updated_after=" + time).json();
		assertThat(page.get("users").findValuesAsString("email")).containsExactly("bob@acme.com");
		assertThat(page.get("total_size").intValue()).isEqualTo(1);
		assertThat(groups(id, "?updated_after=" + time)).isEmpty();
		assertThat(this.server.directories().get(id).lastSyncedAt())
			.isEqualTo(this.clock.instant().truncatedTo(ChronoUnit.MICROS));
	}

	@Test
	void directoryIsEnabledAndDisabled() {
		String id = this.server.directories().add(this.organizationId, NewDirectory::disabled);
		ResponseAssert.assertThat(toggle(id, "enable")).hasJson(200, "{\"enabled\":true}");
		ResponseAssert.assertThat(toggle(id, "enable")).hasJson(200, """
				{"enabled":true,"error_message":"directory is already enabled"}""");
		ResponseAssert.assertThat(toggle(id, "disable")).hasJson(200, "{\"enabled\":false}");
		assertThat(this.server.directories().get(id).enabled()).isFalse();
	}

	@Test
	void everythingGoesWithTheOrganization() {
		String id = this.server.directories()
			.add(this.organizationId, (directory) -> directory.user("ann@acme.com", "Staff"));
		String other = this.server.organizations().add("Other");
		ResponseAssert.assertThat(this.client.get("/api/v1/organizations/%s/directories/%s".formatted(other, id)))
			.isError(404, 5, "RESOURCE_NOT_FOUND");
		this.client.delete("/api/v1/organizations/" + this.organizationId);
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.server.directories().get(id));
		assertThat(this.server.directories().users(id)).isEmpty();
		assertThat(this.server.directories().groups(id)).isEmpty();
		ResponseAssert.assertThat(this.client.get(this.path)).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void whatTheServiceDoesNotKnowIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> this.server.directories().add(this.organizationId, (directory) -> directory.provider("ACME")))
			.withMessageContaining("\"ACME\" is none of DirectoryProvider");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.server.directories().add("org_1", (directory) -> directory.type("SCIM")))
			.withMessage("organization not found");
	}

	private List<String> groups(String id, String query) {
		return this.client.get(this.path + "/" + id + "/groups" + query)
			.json()
			.get("groups")
			.findValuesAsString("display_name");
	}

	private TestClient.Response toggle(String id, String verb) {
		return this.client.send("PATCH", this.path + "/" + id + ":" + verb, null);
	}

}
