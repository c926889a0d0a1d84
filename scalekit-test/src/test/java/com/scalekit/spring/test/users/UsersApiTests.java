package com.scalekit.spring.test.users;

import java.util.List;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class UsersApiTests {

	private static final String PATH = "/api/v1/users";

	private final ScalekitServer server = ScalekitServer.builder().clock(new MutableClock()).start();

	private final TestClient client = TestClient.authorized(this.server);

	private final String organization = this.server.organizations().add("Acme");

	private final String createPath = "/api/v1/organizations/" + this.organization + "/users";

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void createdUserIsAMember() {
		Response response = this.client.post(this.createPath + "?send_invitation_email=false", """
				{ "email": "ann@acme.com", "external_id": "crm-1", "metadata": { "plan": "gold" },
					"user_profile": { "given_name": "Ann", "groups": [ "staff" ] },
					"membership": { "roles": [ { "name": "admin" } ], "metadata": { "desk": "12" } } }""");
		StoredUser user = this.server.users().findByEmail("Ann@Acme.com").orElseThrow();
		ResponseAssert.assertThat(response)
			.hasJson(201, """
					{ "user": { "id": "%s", "email": "ann@acme.com", "external_id": "crm-1",
						"user_profile": { "id": "%s", "name": "", "given_name": "Ann", "family_name": "",
							"preferred_username": "", "email_verified": false, "phone_number": "",
							"phone_number_verified": false, "picture": "", "gender": "", "locale": "",
							"groups": [ "staff" ], "custom_attributes": {}, "metadata": {}, "external_identities": [] },
						"metadata": { "plan": "gold" },
						"memberships": [ { "organization_id": "%s", "name": "Acme", "display_name": "Acme",
							"membership_status": "ACTIVE",
							"roles": [ { "id": "%s", "name": "admin", "display_name": "Admin" } ],
							"permissions": [], "metadata": { "desk": "12" }, "provisioning_method": "direct_provision",
							"join_time": "2026-03-04T05:06:07.123456Z" } ],
						"create_time": "2026-03-04T05:06:07.123456Z", "update_time": "2026-03-04T05:06:07.123456Z" } }
					""".formatted(user.id(), user.userProfile().id(), this.organization,
					this.server.roles().get("admin").id()));
		ResponseAssert.assertThat(this.client.get(PATH + "/" + user.id())).hasJson(200, response.body());
		ResponseAssert.assertThat(this.client.get(PATH + ":external/crm-1")).hasJson(200, response.body());
	}

	@Test
	void emailAndExternalIdAreTakenOnce() {
		this.server.users().add("ann@acme.com", (user) -> user.externalId("crm-1"));
		ResponseAssert.assertThat(this.client.post(this.createPath, "{\"email\":\"ANN@acme.com\"}"))
			.isError(409, 6, "ALREADY_EXISTS");
		ResponseAssert
			.assertThat(this.client.post(this.createPath, "{\"email\":\"bob@acme.com\",\"external_id\":\"crm-1\"}"))
			.isError(409, 6, "ALREADY_EXISTS");
		assertThat(this.server.users().count()).isEqualTo(1);
	}

	@Test
	void userIsCreatedInAnOrganizationWithRoles() {
		ResponseAssert.assertThat(this.client.post("/api/v1/organizations/org_1/users", "{\"email\":\"ann@acme.com\"}"))
			.isError(404, 5, "RESOURCE_NOT_FOUND");
		ResponseAssert.assertThat(this.client.post(this.createPath, """
				{ "email": "ann@acme.com", "membership": { "roles": [ { "name": "nobody" } ] } }"""))
			.isError(404, 5, "RESOURCE_NOT_FOUND");
		assertThat(this.server.users().count()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "/%s", ":external/crm-1" })
	void updateChangesWhatItNames(String path) {
		String id = this.server.users()
			.add("ann@acme.com", (user) -> user.externalId("crm-1").name("Ann", "Doe").metadata("plan", "gold"));
		this.client.patch(PATH + path.formatted(id),
				"""
						{ "email": "other@acme.com", "metadata": { "tier": "1" }, "user_profile": { "family_name": "Roe" } }""");
		assertThat(this.server.users().get(id)).satisfies((user) -> {
			assertThat(user.email()).isEqualTo("ann@acme.com");
			assertThat(user.externalId()).isEqualTo("crm-1");
			assertThat(user.metadata()).containsOnlyKeys("tier");
			assertThat(user.userProfile().givenName()).isEqualTo("Ann");
			assertThat(user.userProfile().familyName()).isEqualTo("Roe");
		});
	}

	@ParameterizedTest
	@CsvSource({ "/%s", ":external/crm-1" })
	void deletedUserIsGone(String path) {
		String id = this.server.users()
			.add("ann@acme.com", (user) -> user.externalId("crm-1").memberOf(this.organization));
		assertThat(this.client.delete(PATH + path.formatted(id)).status()).isEqualTo(200);
		ResponseAssert.assertThat(this.client.get(PATH + path.formatted(id))).isError(404, 5, "RESOURCE_NOT_FOUND");
		assertThat(this.client.get(this.createPath).json().get("users")).isEmpty();
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.server.users().get(id));
	}

	@Test
	void usersAreListedPageByPage() {
		List<String> ids = this.server.users().addMany(3, this.organization);
		this.server.users().add("ann@acme.com");
		JsonNode page = this.client.get(PATH + "?page_size=2").json();
		assertThat(page.get("total_size").intValue()).isEqualTo(4);
		assertThat(page.at("/users/0/id").stringValue()).isEqualTo(ids.get(0));
		JsonNode next = this.client.get(PATH + "?page_size=2&page_token=" + page.get("next_page_token").stringValue())
			.json();
		assertThat(next.at("/users/1/email").stringValue()).isEqualTo("ann@acme.com");
		assertThat(next.get("next_page_token").stringValue()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "ANN@, 1", "Crm-1, 1", "acme.com, 2", "nobody, 0" })
	void searchFindsEmailAndExternalIdInAnyCase(String query, int matches) {
		this.server.users().add("ann@acme.com", (user) -> user.externalId("CRM-1"));
		this.server.users().add("bob@acme.com");
		assertThat(this.client.get(PATH + ":search?query=" + query).json().get("users")).hasSize(matches);
	}

	@Test
	void searchFindsTheId() {
		String id = this.server.users().add("ann@acme.com");
		assertThat(this.client.get(PATH + ":search?query=" + id).json().at("/users/0/id").stringValue()).isEqualTo(id);
	}

	@Test
	void whatTheServiceRefusesCannotBeAdded() {
		this.server.users().add("ann@acme.com");
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.users().add("ann@acme.com"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.users().add("no address"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.server.users().add("bob@acme.com", (user) -> user.memberOf("org_1")));
		assertThatIllegalArgumentException().isThrownBy(
				() -> this.server.users().add("bob@acme.com", (user) -> user.memberOf(this.organization, "nobody")));
		assertThat(this.server.users().all()).extracting(StoredUser::email).containsExactly("ann@acme.com");
	}

	@Test
	void resetForgetsUsers() {
		this.server.users().addMany(1, this.organization);
		this.server.reset();
		assertThat(this.server.users().all()).isEmpty();
		this.server.users().addMany(1, this.server.organizations().add("Acme"));
		assertThat(this.server.users().findByEmail("user-1@example.com")).isPresent();
	}

}
