package com.scalekit.spring.client.users;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.client.http.ScalekitJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What the shortcuts of users are short for, and what users and memberships cannot be
 * created with.
 */
class UsersTypesTests {

	private static final CreateUser JANE = CreateUser.withEmail("jane@acme.com");

	@Test
	void nameIsThatOfTheProfile() {
		assertThat(JANE.withName("Jane", "Doe"))
			.isEqualTo(JANE.withProfile(CreateUserProfile.empty().withGivenName("Jane").withFamilyName("Doe")));
	}

	@Test
	void nameKeepsTheRestOfTheProfile() {
		CreateUserProfile profile = CreateUserProfile.empty().withLocale("en-US");
		assertThat(JANE.withProfile(profile).withName("Jane", "Doe"))
			.isEqualTo(JANE.withProfile(profile.withGivenName("Jane").withFamilyName("Doe")));
	}

	@Test
	void changedNameIsThatOfTheProfile() {
		UpdateUserProfile profile = UpdateUserProfile.none().withLocale("en-US");
		assertThat(UpdateUser.none().withName("Jane", "Doe")).isEqualTo(
				UpdateUser.none().withProfile(UpdateUserProfile.none().withGivenName("Jane").withFamilyName("Doe")));
		assertThat(UpdateUser.none().withProfile(profile).withName("Jane", "Doe"))
			.isEqualTo(UpdateUser.none().withProfile(profile.withGivenName("Jane").withFamilyName("Doe")));
	}

	@Test
	void rolesAreThoseOfTheMembership() {
		assertThat(JANE.withRoles("admin", "editor"))
			.isEqualTo(JANE.withMembership(CreateMembership.empty().withRoles("admin", "editor")));
	}

	@Test
	void rolesKeepTheRestOfTheMembership() {
		Map<String, String> metadata = Map.of("desk", "12");
		assertThat(JANE.withMembership(CreateMembership.empty().withRoles("editor").withMetadata(metadata))
			.withRoles("admin"))
			.isEqualTo(JANE.withMembership(CreateMembership.empty().withRoles("admin").withMetadata(metadata)));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void userHasAnEmailAddress(String email) {
		assertThatIllegalArgumentException().isThrownBy(() -> CreateUser.withEmail(email))
			.withMessage("'email' must not be empty");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void roleOfAMemberHasAName(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> CreateMembership.empty().withRoles("admin", name))
			.withMessage("'name' of a role must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> UpdateMembership.none().withRoles("admin", name))
			.withMessage("'name' of a role must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> JANE.withRoles("admin", name))
			.withMessage("'name' of a role must not be empty");
	}

	@Test
	void membershipIsFoundByItsOrganization() {
		User jane = ScalekitJson.read("""
				{"user":{"id":"usr_1","email":"jane@acme.com","memberships":[
				{"organization_id":"org_1","roles":[{"name":"admin"}]},
				{"organization_id":"org_2","roles":[{"name":"member"}]}]}}""", User.class);
		assertThat(jane.findMembership("org_2")).map(OrganizationMembership::roles)
			.hasValueSatisfying((roles) -> assertThat(roles).extracting(RoleReference::name).containsExactly("member"));
		assertThat(jane.findMembership("org_3")).isEmpty();
	}

}
