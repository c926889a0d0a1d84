package com.scalekit.spring.client.directories;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.client.http.ScalekitJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DirectoriesTypesTests {

	@ParameterizedTest
	@CsvSource({ "\"status\":\"ACTIVE\", ACTIVE", "\"status\":\"INACTIVE\", INACTIVE", "\"status\":\"LOST\", UNKNOWN",
			"\"id\":\"sec_1\", UNKNOWN" })
	void statusOfASecretMayBeLeftOut(String json, DirectorySecret.Status status) {
		assertThat(ScalekitJson.read("{%s}".formatted(json), DirectorySecret.class).status()).isEqualTo(status);
	}

	@Test
	void detailsKeepTheirShape() {
		DirectoryUser user = ScalekitJson.read("""
				{"id":"diruser_1","user_detail":{"active":true,"name":{"given":"Ada"},"manager":null}}""",
				DirectoryUser.class);
		assertThat(user.userDetail()).containsEntry("active", true)
			.containsEntry("manager", null)
			.extractingByKey("name")
			.hasToString("{given=Ada}");
		assertThat(ScalekitJson.read("{\"id\":\"dirgroup_1\"}", DirectoryGroup.class).groupDetail()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void groupIsNotEmpty(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> DirectoryUserQuery.any().withDirectoryGroupId(value))
			.withMessage("'directory_group_id' must not be empty");
	}

	@Test
	void timeIsNotNull() {
		assertThatIllegalArgumentException().isThrownBy(() -> DirectoryUserQuery.any().withUpdatedAfter(null))
			.withMessage("'updated_after' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> DirectoryGroupQuery.any().withUpdatedAfter(null))
			.withMessage("'updated_after' must not be null");
	}

}
