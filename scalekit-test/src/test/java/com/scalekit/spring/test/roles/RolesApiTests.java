package com.scalekit.spring.test.roles;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RolesApiTests {

	private static final String PATH = "/api/v1/roles";

	private final ScalekitServer server = ScalekitServer.start();

	private final TestClient client = TestClient.authorized(this.server);

	private final String organization = this.server.organizations().add("Acme");

	private final String organizationPath = "/api/v1/organizations/" + this.organization + "/roles";

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void thereAreDefaultRolesFromTheBeginning() {
		JsonNode roles = this.client.get(PATH).json().get("roles");
		assertThat(names(roles)).containsExactly("admin", "member");
		assertThat(roles.get(0).get("default_creator").booleanValue()).isTrue();
		assertThat(roles.get(0).get("default_member").booleanValue()).isFalse();
		assertThat(roles.get(1).get("default_creator").booleanValue()).isFalse();
		assertThat(roles.get(1).get("default_member").booleanValue()).isTrue();
	}

	@Test
	void createdRoleIsThere() {
		this.server.permissions().add("posts:write");
		Response response = this.client.post(PATH, """
				{ "name": "editor", "display_name": "Editor", "description": "Writes", "extends": "member",
					"permissions": [ "posts:write", "posts:write" ] }""");
		StoredRole role = this.server.roles().get("editor");
		ResponseAssert.assertThat(response).hasJson(201, """
				{ "role": { "id": "%s", "name": "editor", "display_name": "Editor", "description": "Writes",
					"extends": "member", "is_org_role": false, "default_creator": false, "default_member": false,
					"dependent_roles_count": 0, "permissions": [] } }""".formatted(role.id()));
		assertThat(role.permissions()).containsExactly("posts:write");
		assertThat(this.client.get(PATH + "/member").json().at("/role/dependent_roles_count").intValue()).isEqualTo(1);
		assertThat(names(this.client.get(PATH + "/member/dependents").json().get("roles"))).containsExactly("editor");
	}

	@Test
	void permissionsAreIncludedIfAskedFor() {
		this.server.roles().add("viewer", (role) -> role.permissions("posts:read"));
		this.server.roles().add("editor", (role) -> role.extending("viewer").permissions("posts:write"));
		assertThat(this.client.get(PATH + "/editor").json().at("/role/permissions")).isEmpty();
		assertThat(names(this.client.get(PATH + "/editor?include=permissions").json().at("/role/permissions")))
			.containsExactly("posts:write");
		JsonNode all = this.client.get(PATH + "/editor?include=permissions:all").json().at("/role/permissions");
		assertThat(names(all)).containsExactly("posts:write", "posts:read");
		assertThat(all.get(1).get("role_name").stringValue()).isEqualTo("viewer");
		assertThat(names(this.client.get(PATH + "/editor/permissions").json().get("permissions")))
			.containsExactly("posts:write");
		assertThat(names(this.client.get(PATH + "/editor/permissions:all").json().get("permissions")))
			.containsExactly("posts:write", "posts:read");
	}

	@Test
	void permissionsAreAddedAndRemoved() {
		this.server.roles().add("editor", (role) -> role.permissions("posts:read"));
		this.server.permissions().add("posts:write");
		String body = "{\"permission_names\":[\"posts:write\",\"posts:read\"]}";
		assertThat(names(this.client.post(PATH + "/editor/permissions", body).json().get("permissions")))
			.containsExactly("posts:read", "posts:write");
		this.client.delete(PATH + "/editor/permissions/posts:read");
		assertThat(this.server.roles().get("editor").permissions()).containsExactly("posts:write");
		ResponseAssert.assertThat(this.client.delete(PATH + "/editor/permissions/posts:read"))
			.isError(404, 5, "RESOURCE_NOT_FOUND");
		ResponseAssert.assertThat(this.client.post(PATH + "/editor/permissions", "{\"permission_names\":[\"x\"]}"))
			.isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void updateChangesWhatItNames() {
		this.server.roles()
			.add("editor", (role) -> role.displayName("Editor").description("Writes").permissions("posts:write"));
		this.client.send("PUT", PATH + "/editor", "{\"display_name\":\"Author\"}");
		assertThat(this.server.roles().get("editor")).satisfies((role) -> {
			assertThat(role.displayName()).isEqualTo("Author");
			assertThat(role.description()).isEqualTo("Writes");
			assertThat(role.permissions()).containsExactly("posts:write");
		});
	}

	@Test
	void roleDoesNotExtendItself() {
		this.server.roles().add("viewer");
		this.server.roles().add("editor", (role) -> role.extending("viewer"));
		ResponseAssert.assertThat(this.client.send("PUT", PATH + "/viewer", "{\"extends\":\"editor\"}"))
			.isError(400, 3, "INVALID_ARGUMENT");
		ResponseAssert.assertThat(this.client.send("PUT", PATH + "/viewer", "{\"extends\":\"nobody\"}"))
			.isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void nameIsTakenOnceInAnOrganizationAndItsEnvironment() {
		String body = "{\"name\":\"%s\",\"display_name\":\"Role\"}";
		this.server.roles().add("editor", (role) -> role.ofOrganization(this.organization));
		ResponseAssert.assertThat(this.client.post(this.organizationPath, body.formatted("editor")))
			.isError(409, 6, "ALREADY_EXISTS");
		ResponseAssert.assertThat(this.client.post(this.organizationPath, body.formatted("member")))
			.isError(409, 6, "ALREADY_EXISTS");
		ResponseAssert.assertThat(this.client.post(PATH, body.formatted("member"))).isError(409, 6, "ALREADY_EXISTS");
		String other = this.server.organizations().add("Other");
		assertThat(this.client.post("/api/v1/organizations/" + other + "/roles", body.formatted("editor")).status())
			.isEqualTo(201);
	}

	@Test
	void organizationHasItsOwnRolesAndThoseOfTheEnvironment() {
		this.server.roles().add("editor", (role) -> role.ofOrganization(this.organization).extending("member"));
		JsonNode roles = this.client.get(this.organizationPath).json().get("roles");
		assertThat(names(roles)).containsExactly("admin", "member", "editor");
		assertThat(roles.get(0).get("is_org_role").booleanValue()).isFalse();
		assertThat(roles.get(2).get("is_org_role").booleanValue()).isTrue();
		assertThat(names(this.client.get(PATH).json().get("roles"))).containsExactly("admin", "member");
		assertThat(this.client.get(this.organizationPath + "/member").status()).isEqualTo(200);
		assertThat(this.client.get(PATH + "/editor").status()).isEqualTo(404);
		assertThat(this.client.send("PUT", this.organizationPath + "/editor", "{\"display_name\":\"E\"}").status())
			.isEqualTo(200);
		assertThat(this.client.send("PUT", this.organizationPath + "/member", "{\"display_name\":\"M\"}").status())
			.isEqualTo(404);
	}

	@Test
	void defaultsCanBeChanged() {
		this.server.roles().add("owner");
		this.server.roles().add("viewer", (role) -> role.ofOrganization(this.organization));
		JsonNode defaults = this.client.patch(PATH + ":set_defaults", "{\"default_creator_role\":\"owner\"}").json();
		assertThat(defaults.at("/default_creator/name").stringValue()).isEqualTo("owner");
		assertThat(defaults.at("/default_member/name").stringValue()).isEqualTo("member");
		assertThat(this.client.patch(PATH + "/default", "{\"default_member_role\":\"owner\"}")
			.json()
			.at("/default_member/default_member")
			.booleanValue()).isTrue();
		this.client.patch(this.organizationPath + ":set_defaults", "{\"default_member_role\":\"viewer\"}");
		assertThat(this.server.roles().defaultMember(this.organization)).isEqualTo("viewer");
		assertThat(this.server.roles().defaultMember(null)).isEqualTo("owner");
		ResponseAssert.assertThat(this.client.patch(PATH + ":set_defaults", "{\"default_member_role\":\"viewer\"}"))
			.isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void roleIsDeletedIfNobodyNeedsIt() {
		this.server.roles().add("editor");
		assertThat(this.client.delete(PATH + "/editor").status()).isEqualTo(200);
		ResponseAssert.assertThat(this.client.delete(PATH + "/editor")).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@ParameterizedTest
	@CsvSource({ "extended", "held", "member" })
	void roleThatIsNeededIsReplaced(String name) {
		this.server.roles().add("extended");
		this.server.roles().add("held");
		this.server.roles().add("other");
		this.server.roles().add("extending", (role) -> role.extending("extended"));
		String user = this.server.users().add("ann@acme.com", (ann) -> ann.memberOf(this.organization, "held"));
		ResponseAssert.assertThat(this.client.delete(PATH + "/" + name)).isError(400, 9, "FAILED_PRECONDITION");
		ResponseAssert.assertThat(this.client.delete(PATH + "/" + name + "?reassign_role_name=" + name))
			.isError(400, 3, "INVALID_ARGUMENT");
		assertThat(this.client.delete(PATH + "/" + name + "?reassign_role_name=other").status()).isEqualTo(200);
		String replaced = switch (name) {
			case "extended" -> this.server.roles().get("extending").baseRole();
			case "held" -> this.server.users().get(user).memberships().get(0).roles().get(0).name();
			default -> this.server.roles().defaultMember(null);
		};
		assertThat(replaced).isEqualTo("other");
	}

	@Test
	void usersOfARoleAreCounted() {
		this.server.users().add("ann@acme.com", (user) -> user.memberOf(this.organization, "admin", "member"));
		this.server.users().add("bob@acme.com", (user) -> user.memberOf(this.organization));
		assertThat(this.client.get(PATH + "/member/users:count").json().get("count").stringValue()).isEqualTo("2");
		assertThat(this.client.get(PATH + "/admin/users:count").json().get("count").stringValue()).isEqualTo("1");
	}

	@Test
	void rolesOfAnOrganizationAreDeletedWithIt() {
		this.server.roles().add("editor", (role) -> role.ofOrganization(this.organization));
		this.client.delete("/api/v1/organizations/" + this.organization);
		assertThat(this.server.roles().all()).extracting(StoredRole::name).containsExactly("admin", "member");
		ResponseAssert.assertThat(this.client.get(this.organizationPath)).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

	@Test
	void whatTheServiceRefusesCannotBeAdded() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.roles().add("not a name"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.roles().add("admin"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.server.roles().add("editor", (role) -> role.extending("nobody")));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.server.roles().add("editor", (role) -> role.ofOrganization("org_1")));
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.server.roles().get("editor"));
	}

	@Test
	void resetRestoresTheDefaultRoles() {
		this.server.roles().add("editor");
		this.client.patch(PATH + ":set_defaults", "{\"default_member_role\":\"editor\"}");
		this.server.reset();
		assertThat(this.server.roles().all()).extracting(StoredRole::name).containsExactly("admin", "member");
		assertThat(this.server.roles().defaultMember(null)).isEqualTo("member");
	}

	private static List<String> names(JsonNode list) {
		return StreamSupport.stream(list.spliterator(), false)
			.map((element) -> element.get("name").stringValue())
			.toList();
	}

}
