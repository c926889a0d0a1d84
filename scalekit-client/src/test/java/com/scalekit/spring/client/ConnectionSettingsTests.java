package com.scalekit.spring.client;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.scalekit.spring.client.InvalidSettingsException.Violation;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

class ConnectionSettingsTests {

	private static final String URL = "https://acme.scalekit.com";

	private static final String SECRET = "test_s3cret";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                    | must not be empty
			' '                   | must not be empty
			${SCALEKIT_CLIENT_ID} | must not be a placeholder that nothing resolves
			""")
	void credentialThatCannotBeRightIsRefused(String value, String reason) {
		assertThat(violations(URL, value, SECRET)).extracting(Violation::setting, Violation::reason, Violation::remedy)
			.containsExactly(
					tuple("clientId", reason, "the client identifier of the API credentials, such as skc_1234"));
		assertThat(violations(URL, "skc_1", value)).extracting(Violation::setting, Violation::reason, Violation::remedy)
			.containsExactly(tuple("clientSecret", reason, "the client secret of the API credentials"));
	}

	@Test
	void everythingThatIsWrongIsReportedTogether() {
		assertThat(violations("", "", "")).extracting(Violation::setting)
			.containsExactly("environmentUrl", "clientId", "clientSecret");
	}

	@Test
	void secretThatIsSuppliedLaterIsNotChecked() {
		assertThat(ConnectionSettings.check(URL, "skc_1", null, false)).hasToString(URL);
	}

	@ParameterizedTest
	@CsvSource({ "skc_1234, test_abcdef", "skc_1, skc_1", "test_1, skc_1", "m2morg_1, live_abc",
			"id with blank, a \"quoted\" word", "test_1, ${x}y", "'<a>', '{b}'", "'\"a\"', ' b '",
			"yourself, your_secret" })
	void whatCouldBeRightIsAccepted(String clientId, String clientSecret) {
		assertThatNoException().isThrownBy(() -> ConnectionSettings.check(URL, clientId, clientSecret, false));
	}

	@Test
	void credentialsOfTheTestServerAreAccepted() {
		try (ScalekitServer server = ScalekitServer.start()) {
			assertThatNoException().isThrownBy(
					() -> ConnectionSettings.check(server.url(), server.clientId(), server.clientSecret(), false));
		}
	}

	@Test
	void placeholderIsRepeatedUnlessItStandsForTheSecret() {
		assertThat(violations(URL, "${ID}", "${SECRET}")).extracting(Violation::value).containsExactly("${ID}", null);
	}

	@Test
	void valueThatContainsTheSecretIsNotRepeated() {
		assertThat(message("https://acme.scalekit.com/" + SECRET, "${" + SECRET + "}", SECRET))
			.doesNotContain("s3cret");
	}

	private static List<Violation> violations(String environmentUrl, String clientId, String clientSecret) {
		return failure(environmentUrl, clientId, clientSecret).getViolations();
	}

	private static String message(String environmentUrl, String clientId, String clientSecret) {
		return failure(environmentUrl, clientId, clientSecret).toString();
	}

	private static InvalidSettingsException failure(String environmentUrl, String clientId, String clientSecret) {
		return catchThrowableOfType(InvalidSettingsException.class,
				() -> ConnectionSettings.check(environmentUrl, clientId, clientSecret, false));
	}

}
