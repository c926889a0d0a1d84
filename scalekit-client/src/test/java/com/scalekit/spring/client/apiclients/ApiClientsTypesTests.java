package com.scalekit.spring.client.apiclients;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.client.http.ScalekitJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApiClientsTypesTests {

	@ParameterizedTest
	@CsvSource({ "\"3600\", PT1H", "3600, PT1H", "\"0\", PT0S", "null," })
	void expiryIsInSeconds(String json, Duration expiry) {
		assertThat(ScalekitJson.read("{\"client\":{\"expiry\":%s}}".formatted(json), ApiClient.class).expiry())
			.isEqualTo(expiry);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1S", "PT1.5S" })
	void expiryIsAPositiveNumberOfSeconds(Duration expiry) {
		assertThatIllegalArgumentException().isThrownBy(() -> CreateApiClient.named("Deployment").withExpiry(expiry))
			.withMessage("'expiry' must be a positive number of whole seconds");
		assertThatIllegalArgumentException().isThrownBy(() -> UpdateApiClient.none().withExpiry(expiry))
			.withMessage("'expiry' must be a positive number of whole seconds");
	}

	@Test
	void customClaimsKeepTheirOrder() {
		Map<String, String> claims = new LinkedHashMap<>();
		claims.put("z", "1");
		claims.put("a", "");
		assertThat(UpdateApiClient.none().withCustomClaims(claims))
			.hasToString("UpdateApiClient{custom_claims=[{key=z, value=1}, {key=a, value=}]}");
	}

	@Test
	void whatIsRequiredIsThere() {
		assertThatIllegalArgumentException().isThrownBy(() -> CreateApiClient.named(" "))
			.withMessage("'name' must not be empty");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CreateApiClient.named("Deployment").withCustomClaims(Map.of("", "1")))
			.withMessage("'key' must not be empty");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> UpdateApiClient.none().withCustomClaims(Collections.singletonMap("stage", null)))
			.withMessage("'value' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> UpdateApiClient.none().withCustomClaims(null))
			.withMessage("'custom_claims' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> UpdateApiClient.none().withExpiry(null))
			.withMessage("'expiry' must not be null");
	}

	@ParameterizedTest
	@CsvSource({ "\"status\":\"ACTIVE\", ACTIVE", "\"status\":\"INACTIVE\", INACTIVE", "\"status\":\"LOST\", UNKNOWN",
			"\"id\":\"sec_1\", UNKNOWN" })
	void statusOfASecretMayBeLeftOut(String json, ClientSecret.Status status) {
		assertThat(ScalekitJson.read("{%s}".formatted(json), ClientSecret.class).status()).isEqualTo(status);
	}

	@Test
	void secretsAreNotInTheText() {
		CreatedApiClient client = ScalekitJson.read("""
				{"client":{"client_id":"m2morg_1","secrets":[{"id":"sec_1","plain_secret":"s3cr3t"}]},
				"plain_secret":"s3cr3t"}""", CreatedApiClient.class);
		assertThat(client.plainSecret()).isEqualTo("s3cr3t");
		assertThat(client.toString()).contains("m2morg_1", "sec_1").doesNotContain("s3cr3t");
		CreatedClientSecret secret = ScalekitJson.read("""
				{"secret":{"id":"sec_1","plain_secret":"s3cr3t"},"plain_secret":"s3cr3t"}""",
				CreatedClientSecret.class);
		assertThat(secret.secret().plainSecret()).isEqualTo("s3cr3t");
		assertThat(secret.toString()).contains("sec_1").doesNotContain("s3cr3t");
	}

}
