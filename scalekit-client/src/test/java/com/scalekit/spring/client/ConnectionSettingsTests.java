package com.scalekit.spring.client;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
			''                          | must not be empty
			' '                         | must not be empty
			' x'                        | must not begin or end with a blank or a line break
			'x\t'                       | must not begin or end with a blank or a line break
			'"x"'                       | must not be enclosed in quotation marks
			'`x`'                       | must not be enclosed in quotation marks
			${SCALEKIT_CLIENT_ID}       | must not be a placeholder that nothing resolves
			$SCALEKIT_CLIENT_SECRET     | must not be a placeholder that nothing resolves
			%SCALEKIT_CLIENT_SECRET%    | must not be a placeholder that nothing resolves
			<SCALEKIT_CLIENT_SECRET>    | must not be a placeholder
			<your-client-secret>        | must not be a placeholder
			YOUR_CLIENT_ID              | must not be a placeholder
			your-scalekit-client-secret | must not be a placeholder
			{client_id}                 | must not be a placeholder
			{{ client_id }}             | must not be a placeholder
			xöx                         | must consist of printable ASCII characters
			x\u200bx                    | must consist of printable ASCII characters
			https://acme.scalekit.com   | must not be a URL
			""")
	void credentialThatCannotBeRightIsRefused(String value, String reason) {
		assertThat(violations(URL, value, SECRET)).extracting(Violation::setting, Violation::reason, Violation::remedy)
			.containsExactly(
					tuple("clientId", reason, "the client identifier of the API credentials, such as skc_1234"));
		assertThat(violations(URL, "skc_1", value)).extracting(Violation::setting, Violation::reason, Violation::remedy)
			.containsExactly(tuple("clientSecret", reason, "the client secret of the API credentials"));
	}

	@Test
	void lineBreaksAreRefused() {
		assertThat(violations(URL, "skc_1", SECRET + "\n")).extracting(Violation::reason)
			.containsExactly("must not begin or end with a blank or a line break");
		assertThat(violations(URL, "skc_1", "test_\r\ns3cret")).extracting(Violation::reason)
			.containsExactly("must consist of printable ASCII characters");
	}

	@ParameterizedTest
	@ValueSource(strings = { "skc_1234", "m2morg_1234" })
	void clientIdentifierInsteadOfASecretIsRefused(String clientId) {
		assertThat(violations(URL, SECRET, clientId)).containsExactly(
				new Violation("clientSecret", null, "must not be a client identifier; the two may have been swapped",
						"the client secret of the API credentials"));
	}

	@Test
	void sameValueTwiceIsRefused() {
		assertThat(violations(URL, SECRET, SECRET)).extracting(Violation::setting, Violation::reason)
			.containsExactly(tuple("clientSecret", "must not be the same as the client identifier"));
	}

	@ParameterizedTest
	@CsvSource({ "skc_1234, test_abcdef", "skc_1, secret", "m2morg_1, live_abc", "id with blank, a \"quoted\" word",
			"test_1, ${x}y", "'<a', 'b>'", "yourself, your_secret", "'\"', '\"x'" })
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

	@ParameterizedTest
	@CsvSource({ "'\"skc_1234\"', '\"skc_1234\"'", "' skc_1234', ' skc_1234'",
			"${SCALEKIT_CLIENT_ID}, ${SCALEKIT_CLIENT_ID}", "<your-client-id>, <your-client-id>" })
	void harmlessClientIdentifierIsRepeated(String clientId, String repeated) {
		assertThat(violations(URL, clientId, SECRET)).extracting(Violation::value).containsExactly(repeated);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'test_s3cret'", "test_s3cret ", "<test_s3cret>", "${test_s3cret}",
			"\"skc_1 test_s3cret\"", "\"skc_1:test_s3cret\"", "https://test_s3cret", "skc_test_s3cret\n" })
	void secretIsNotRepeatedWhereverItIs(String value) {
		assertThat(message(URL, value, SECRET)).doesNotContain("s3cret");
		assertThat(message(URL, value, "")).doesNotContain("s3cret");
		assertThat(message(URL, "skc_1", value)).doesNotContain("s3cret");
		assertThat(message(value, "skc_1", SECRET)).doesNotContain("s3cret");
		assertThat(message(value, "skc_1", "")).doesNotContain("s3cret");
	}

	@Test
	void valueThatContainsTheSecretIsNotRepeated() {
		assertThat(message("https://acme.scalekit.com/" + SECRET, "<client_" + SECRET + ">", SECRET))
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
