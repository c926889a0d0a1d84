package com.scalekit.spring.client.apitokens;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.client.http.ScalekitJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What API tokens cannot be created and changed without, and where they are not shown.
 */
class ApiTokensTypesTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void whatIsRequiredIsThere(String nothing) {
		assertThatIllegalArgumentException().isThrownBy(() -> CreateApiToken.forOrganization(nothing))
			.withMessage("'organization_id' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> UpdateApiToken.forToken(nothing))
			.withMessage("'token' must not be empty");
	}

	@Test
	void tokenIsNotInTheText() {
		CreatedApiToken token = ScalekitJson
			.read("""
					{"token":"9fK2xQ7b","token_id":"apit_1","token_info":{"token_id":"apit_1","organization_id":"org_1","token_suffix":"xQ7b"}}""",
					CreatedApiToken.class);
		assertThat(token.token()).isEqualTo("9fK2xQ7b");
		assertThat(token.toString()).contains("apit_1", "xQ7b").doesNotContain("9fK2xQ7b");
		assertThat(UpdateApiToken.forToken("9fK2xQ7b").withDescription("Deployment"))
			.hasToString("UpdateApiToken{token=***, description=Deployment}");
	}

	@Test
	void tokenWithoutDetailsIsNotLost() {
		assertThat(ScalekitJson.read("{\"token\":\"9fK2xQ7b\"}", CreatedApiToken.class).token()).isEqualTo("9fK2xQ7b");
	}

}
