package com.scalekit.spring.client.users;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.scalekit.spring.client.contracts.Call;
import com.scalekit.spring.client.contracts.ContractTests;

class UsersClientTests extends ContractTests<UsersClient> {

	UsersClientTests() {
		super(UsersClient.class);
	}

	@Override
	protected Stream<Call<UsersClient>> calls() {
		return Stream.of(call("GET /api/v1/users", (users) -> users.list()),
				call("GET /api/v1/users?page_size=10&page_token=a%2Bb", (users) -> users.list(10, "a+b")),
				call("GET /api/v1/users?page_size=100", (users) -> users.all()),
				call("GET /api/v1/users:search?query=jane", (users) -> users.search("jane")),
				call("GET /api/v1/users:search?query=jane%2Bdoe%40acme.com&page_size=5&page_token=t",
						(users) -> users.search("jane+doe@acme.com", 5, "t")),
				call("GET /api/v1/users:search?query=jane&page_size=30", (users) -> users.searchAll("jane")),
				call("GET /api/v1/users/usr_1", (users) -> users.get("usr_1")),
				call("GET /api/v1/users:external/crm%2F1%3A2", (users) -> users.getByExternalId("crm/1:2")),
				call("POST /api/v1/organizations/org_1/users", """
						{"email":"jane@acme.com"}""",
						(users) -> users.create("org_1", CreateUser.withEmail("jane@acme.com"))),
				call("POST /api/v1/organizations/org_1/users?send_invitation_email=false", """
						{"email":"jane@acme.com","external_id":"crm-1","metadata":{"plan":"gold"},
						"user_profile":{"given_name":"Jane","family_name":"Doe","name":"Jane Doe",
						"preferred_username":"jane","phone_number":"+15550100","picture":"https://acme.com/jane.png",
						"gender":"female","locale":"en-US","groups":["staff"],
						"custom_attributes":{"floor":"3"},"metadata":{"badge":"7"}},
						"membership":{"roles":[{"name":"admin"},{"name":"editor"}],"metadata":{"desk":"12"},
						"inviter_email":"john@acme.com"}}""", (users) -> users.create("org_1", completeUser(), false)),
				call("PATCH /api/v1/users/usr_1", """
						{"external_id":"crm-2","metadata":{"plan":"gold"},
						"user_profile":{"given_name":"Jane","family_name":"Roe","name":"Jane Roe",
						"preferred_username":"jane","phone_number":"","picture":"https://acme.com/jane.png",
						"gender":"female","locale":"en-GB","groups":[],
						"custom_attributes":{"floor":"4"},"metadata":{"badge":"8"}}}""",
						(users) -> users.update("usr_1",
								UpdateUser.none()
									.withExternalId("crm-2")
									.withMetadata(Map.of("plan", "gold"))
									.withProfile(completeChanges()))),
				call("PATCH /api/v1/users:external/crm%2F1%3A2", """
						{"user_profile":{}}""",
						(users) -> users.updateByExternalId("crm/1:2",
								UpdateUser.none().withProfile(UpdateUserProfile.none()))),
				call("DELETE /api/v1/users/usr_1", (users) -> users.delete("usr_1")),
				call("DELETE /api/v1/users:external/crm%2F1%3A2", (users) -> users.deleteByExternalId("crm/1:2")));
	}

	private static CreateUser completeUser() {
		return CreateUser.withEmail("jane@acme.com")
			.withExternalId("crm-1")
			.withMetadata(Map.of("plan", "gold"))
			.withProfile(CreateUserProfile.empty()
				.withGivenName("Jane")
				.withFamilyName("Doe")
				.withName("Jane Doe")
				.withPreferredUsername("jane")
				.withPhoneNumber("+15550100")
				.withPicture("https://acme.com/jane.png")
				.withGender("female")
				.withLocale("en-US")
				.withGroups(List.of("staff"))
				.withCustomAttributes(Map.of("floor", "3"))
				.withMetadata(Map.of("badge", "7")))
			.withMembership(CreateMembership.empty()
				.withRoles("admin", "editor")
				.withMetadata(Map.of("desk", "12"))
				.withInviterEmail("john@acme.com"));
	}

	private static UpdateUserProfile completeChanges() {
		return UpdateUserProfile.none()
			.withGivenName("Jane")
			.withFamilyName("Roe")
			.withName("Jane Roe")
			.withPreferredUsername("jane")
			.withPhoneNumber("")
			.withPicture("https://acme.com/jane.png")
			.withGender("female")
			.withLocale("en-GB")
			.withGroups(List.of())
			.withCustomAttributes(Map.of("floor", "4"))
			.withMetadata(Map.of("badge", "8"));
	}

}
