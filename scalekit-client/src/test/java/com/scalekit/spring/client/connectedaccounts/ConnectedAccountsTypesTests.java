package com.scalekit.spring.client.connectedaccounts;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.client.connectedaccounts.Credentials.OAuthToken;
import com.scalekit.spring.client.http.ScalekitJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What selects an account, and that credentials are not shown.
 */
class ConnectedAccountsTypesTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void whatIsRequiredIsThere(String nothing) {
		assertThatIllegalArgumentException().isThrownBy(() -> ConnectedAccountSelector.byId(nothing))
			.withMessage("'id' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> ConnectedAccountSelector.byIdentifier("gmail", nothing))
			.withMessage("'identifier' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> CreateConnectedAccount.of(nothing, "ann"))
			.withMessage("'connector' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> OAuthToken.of(nothing))
			.withMessage("'access_token' must not be empty");
	}

	@Test
	void credentialsOfRequestsAreNotInTheText() {
		OAuthToken token = OAuthToken.of("s3cret").withRefreshToken("s3cret");
		assertThat(token).hasToString("OAuthToken{access_token=***, refresh_token=***}");
		assertThat(Credentials.oauth(token)).hasToString("Credentials[oauth_token]");
		assertThat(CreateConnectedAccount.of("gmail", "ann")
			.withApiConfig(Map.of("key", "s3cret"))
			.withCredentials(Credentials.ofDetails(Map.of("key", "s3cret"))))
			.hasToString("CreateConnectedAccount[connected_account, connector, identifier]");
		assertThat(UpdateConnectedAccount.byId("ca_1").withCredentials(Credentials.oauth(token)))
			.hasToString("UpdateConnectedAccount[id, connected_account]");
	}

	@Test
	void credentialsOfResponsesAreNotInTheText() {
		ConnectedAccount account = ScalekitJson.read("""
				{"connected_account":{"id":"ca_1","api_config":{"key":"s3cret"},"authorization_details":{
				"oauth_token":{"access_token":"s3cret","refresh_token":"s3cret"},
				"static_auth":{"details":{"key":"s3cret"}},"google_dwd":{"access_token":"s3cret"},
				"trusted_idp":{"secret_access_key":"s3cret","session_token":"s3cret"}}}}""", ConnectedAccount.class);
		assertThat(account.authorizationDetails().oauthToken().accessToken()).isEqualTo("s3cret");
		assertThat(account.toString()).contains("ca_1").doesNotContain("s3cret");
		assertThat(account.authorizationDetails().toString()).contains("StaticAuth[key]").doesNotContain("s3cret");
	}

}
