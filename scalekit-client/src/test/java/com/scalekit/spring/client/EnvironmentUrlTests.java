package com.scalekit.spring.client;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.client.InvalidSettingsException.Violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class EnvironmentUrlTests {

	@ParameterizedTest
	@CsvSource({ "https://acme.scalekit.com, https://acme.scalekit.com",
			"https://acme.scalekit.com/, https://acme.scalekit.com",
			"https://acme.scalekit.com//, https://acme.scalekit.com", "acme.scalekit.com, https://acme.scalekit.com",
			"acme.scalekit.com/, https://acme.scalekit.com", "HTTPS://Acme.Scalekit.COM, https://acme.scalekit.com",
			"https://auth.example.com:8443, https://auth.example.com:8443",
			"auth.example.com:8443, https://auth.example.com:8443", "http://localhost:8080, http://localhost:8080",
			"http://127.0.0.1, http://127.0.0.1", "http://[::1]:9000/, http://[::1]:9000" })
	void readsTheFormsThatAreInUse(String value, URI expected) {
		assertThat(EnvironmentUrl.parse(value, false)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					https://acme.scalekit.com/oauth/token   | must not have a path                        | https://acme.scalekit.com
					acme.scalekit.com/api/v1                | must not have a path                        | https://acme.scalekit.com
					http://localhost:8080/api               | must not have a path                        | http://localhost:8080
					http://acme.scalekit.com/api            | must not have a path                        | https://acme.scalekit.com
					https://acme.scalekit.com?x=1           | must not have a query or a fragment         | https://acme.scalekit.com
					https://Acme.scalekit.com:8443/#x       | must not have a query or a fragment         | https://acme.scalekit.com:8443
					ftp://acme.scalekit.com                 | must be an https URL                        | https://acme.scalekit.com
					""")
	void proposesTheRightValue(String value, String reason, String proposal) {
		assertThat(violation(value)).extracting(Violation::reason, Violation::remedy).containsExactly(reason, proposal);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                              | must not be empty
			'  '                            | must not be empty
			https://                        | must be a well-formed URL
			https://acme scalekit.com       | must be a well-formed URL
			'  acme.scalekit.com '          | must be a well-formed URL
			'"https://acme.scalekit.com"'   | must be a well-formed URL
			<SCALEKIT_ENVIRONMENT_URL>      | must be a well-formed URL
			https://<your-env>.scalekit.com | must be a well-formed URL
			https:acme.scalekit.com         | must name a host
			http:/acme.scalekit.com         | must name a host
			file:///etc/passwd              | must name a host
			acme_scalekit                   | must name a host
			https://bücher.example          | must name a host
			https://a:b/c@acme.scalekit.com | must name a host
			acme.scalekit.com:70000         | must have a port from 1 to 65535
			acme.scalekit.com:0             | must have a port from 1 to 65535
			https://acme.scalekit.com:0     | must have a port from 1 to 65535
			https://u:pw@acme.scalekit.com  | must not contain credentials
			https://se#cret@acme.example    | must not have a query or a fragment
			https://us/er:pw@acme.example   | must not have a path
			https://${HOST}                 | must not be a placeholder that nothing resolves
			${SCALEKIT_ENVIRONMENT_URL}     | must not be a placeholder that nothing resolves
			""")
	void describesTheRightValueWhereItCannotBeKnown(String value, String reason) {
		assertThat(violation(value)).extracting(Violation::reason, Violation::remedy)
			.containsExactly(reason, "the URL of the environment, such as https://acme.scalekit.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://acme.scalekit.com", "HTTP://acme.scalekit.com" })
	void plainHttpToAnotherMachineIsRefused(String value) {
		assertThat(violation(value)).extracting(Violation::reason, Violation::remedy)
			.containsExactly("must be an https URL, since client secret and access token would be sent unprotected",
					"https://acme.scalekit.com, or allow insecure HTTP with scalekit.allow-insecure-http");
		assertThat(violation("http://localhost.example.com").reason()).contains("must be an https URL");
	}

	@ParameterizedTest
	@CsvSource({ "https://acme.scalekit.com/oauth/token, https://acme.scalekit.com/oauth/token",
			"acme.scalekit.com/api, https://acme.scalekit.com/api", "ftp://acme.scalekit.com, ftp://acme.scalekit.com",
			"http://acme.scalekit.com, http://acme.scalekit.com",
			"${SCALEKIT_ENVIRONMENT_URL}, ${SCALEKIT_ENVIRONMENT_URL}" })
	void repeatsWhatIsAUrlOrAPlaceholder(String value, String repeated) {
		assertThat(violation(value).value()).isEqualTo(repeated);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://user:s3cret@acme.scalekit.com", "https://us#s3cret@acme.scalekit.com",
			"https://user:s3/cret@acme.scalekit.com", "https://us/s3cret@acme.scalekit.com", "test_s3cret",
			"<test_s3cret>", "https://acme.scalekit.com\nX: y", "https://acme.scalekit.com/login?token=s3cret",
			"https://acme.scalekit.com#s3cret", "https://${HOST}/s3cret" })
	void doesNotRepeatWhatMayBeASecret(String value) {
		assertThat(violation(value).value()).isNull();
		assertThatExceptionOfType(InvalidSettingsException.class).isThrownBy(() -> EnvironmentUrl.parse(value, false))
			.withMessageNotContainingAny("s3", "cret", "\n");
	}

	private static Violation violation(String value) {
		return catchThrowableOfType(InvalidSettingsException.class, () -> EnvironmentUrl.parse(value, false))
			.getViolations()
			.get(0);
	}

	@Test
	void plainHttpIsAllowedOnRequest() {
		assertThat(EnvironmentUrl.parse("http://scalekit.internal", true))
			.isEqualTo(URI.create("http://scalekit.internal"));
	}

}
