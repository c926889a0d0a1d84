package com.scalekit.spring.client.users;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

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

}
