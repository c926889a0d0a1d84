package com.scalekit.spring.client.connections;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.client.http.ScalekitJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConnectionsTypesTests {

	@ParameterizedTest
	@ValueSource(strings = { "oidc_config", "saml_config", "oauth_config", "passwordless_config", "webauthn_config",
			"google_dwd_config", "static_config" })
	void connectionHasTheConfigurationThatIsSent(String name) {
		Connection connection = connection("\"%s\":{}".formatted(name));
		assertThat(Stream.of(connection.oidcConfig(), connection.samlConfig(), connection.oauthConfig(),
				connection.passwordlessConfig(), connection.webauthnConfig(), connection.googleDwdConfig(),
				connection.staticConfig()))
			.filteredOn((config) -> config != null)
			.singleElement()
			.satisfies((config) -> assertThat(config.getClass().getSimpleName())
				.isEqualToIgnoringCase(name.replace("_", "")));
	}

	@ParameterizedTest
	@CsvSource({ "600, PT10M", "\"600s\", PT10M" })
	void validityIsInSeconds(String json, Duration validity) {
		assertThat(connection("\"passwordless_config\":{\"validity\":%s}".formatted(json)).passwordlessConfig())
			.extracting(PasswordlessConfig::validity)
			.isEqualTo(validity);
	}

	@Test
	void timeoutsAreDurations() {
		assertThat(connection("\"webauthn_config\":{\"timeout\":{\"login\":\"300s\",\"registration\":\"1.5s\"}}")
			.webauthnConfig()).extracting(WebAuthnConfig::timeout)
			.isEqualTo(new WebAuthnConfig.Timeout(Duration.ofMinutes(5), null, Duration.ofMillis(1500), null));
	}

	@Test
	void zeroesOfTheProtocolAreUnknown() {
		Connection connection = connection("""
				"type":"INVALID","status":"CONNECTION_STATUS_UNSPECIFIED","passwordless_config":{}""");
		assertThat(connection.type()).isEqualTo(ConnectionType.UNKNOWN);
		assertThat(connection.status()).isEqualTo(ConnectionStatus.UNKNOWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"oidc_config\":{\"client_secret\":\"s3cr3t\"}",
			"\"oauth_config\":{\"client_secret\":\"s3cr3t\",\"googleads_developer_token\":\"s3cr3t\"}",
			"\"google_dwd_config\":{\"service_account_json\":\"s3cr3t\"}",
			"\"static_config\":{\"static_config\":{\"api_key\":\"s3cr3t\",\"nested\":{\"password\":\"s3cr3t\"}}}" })
	void secretsAreNotInTheText(String configuration) {
		assertThat(connection(configuration).toString()).contains("conn_1").doesNotContain("s3cr3t");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void filtersAreNotEmpty(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> ConnectionQuery.any().withOrganizationId(value))
			.withMessage("'organization_id' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> ConnectionQuery.any().withDomain(value))
			.withMessage("'domain' must not be empty");
	}

	@Test
	void toggleThatFailed() {
		assertThat(ScalekitJson.read("{\"enabled\":false,\"error_message\":\"incomplete\"}", ConnectionToggle.class))
			.isEqualTo(new ConnectionToggle(false, "incomplete"));
		assertThat(ScalekitJson.read("{\"enabled\":true,\"error_message\":\"\"}", ConnectionToggle.class))
			.isEqualTo(new ConnectionToggle(true, null));
	}

	@Test
	void listsAreNeverNull() {
		Connection connection = connection("\"domains\":null,\"oauth_config\":{\"scopes\":null,\"extensions\":{}}");
		assertThat(connection.domains()).isEmpty();
		assertThat(connection.attributeMapping()).isEmpty();
		assertThat(connection.oauthConfig()).satisfies((config) -> {
			assertThat(config.scopes()).isEqualTo(List.of());
			assertThat(config.extensions().extraAuthorizeParams()).isEmpty();
			assertThat(config.extensions().smart()).isNull();
		});
	}

	private static Connection connection(String members) {
		return ScalekitJson.read("{\"connection\":{\"id\":\"conn_1\",%s}}".formatted(members), Connection.class);
	}

}
