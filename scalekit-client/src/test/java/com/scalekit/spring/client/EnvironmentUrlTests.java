package com.scalekit.spring.client;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
	@CsvSource({ "https://acme.scalekit.com/oauth, must not have a path",
			"https://acme.scalekit.com?x=1, must not have a query",
			"https://acme.scalekit.com#x, must not have a query or a fragment",
			"ftp://acme.scalekit.com, must be an https URL", "file:///etc/passwd, must name a host",
			"http://acme.scalekit.com, must be an https URL", "http://localhost.example.com, must be an https URL",
			"https://, malformed", "<SCALEKIT_ENVIRONMENT_URL>, malformed", "'', must not be empty" })
	void refusesWhatIsNotAnEnvironment(String value, String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> EnvironmentUrl.parse(value, false))
			.withMessageContaining(reason);
	}

	@Test
	void credentialsInTheUrlAreRefusedAndNotRepeated() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> EnvironmentUrl.parse("https://user:password@acme.scalekit.com", false))
			.withMessageContaining("must not contain credentials")
			.withMessageNotContaining("password");
	}

	@Test
	void plainHttpIsAllowedOnRequest() {
		assertThat(EnvironmentUrl.parse("http://scalekit.internal", true))
			.isEqualTo(URI.create("http://scalekit.internal"));
	}

}
