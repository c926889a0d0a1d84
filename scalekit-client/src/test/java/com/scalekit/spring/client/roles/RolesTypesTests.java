package com.scalekit.spring.client.roles;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What roles cannot be created with.
 */
class RolesTypesTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void roleHasNames(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> CreateRole.named(name, "Editor"))
			.withMessage("'name' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> CreateRole.named("editor", name))
			.withMessage("'display_name' must not be empty");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void roleOfAnOrganizationHasNames(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> CreateOrganizationRole.named(name, "Editor"))
			.withMessage("'name' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> CreateOrganizationRole.named("editor", name))
			.withMessage("'display_name' must not be empty");
	}

}
