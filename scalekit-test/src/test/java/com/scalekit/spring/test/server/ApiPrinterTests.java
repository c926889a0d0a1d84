package com.scalekit.spring.test.server;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApiPrinterTests {

	@Test
	void membersThatAreAlwaysPrintedHaveTheirZero() {
		assertThat(ApiPrinter.print("ClientSecret", Map.of("id", "sec_1"))).isEqualTo(TestClient.json("""
				{ "id": "sec_1", "secret_suffix": "", "status": "ACTIVE" }"""));
		assertThat(ApiPrinter.print("M2MClient", Map.of())).isEqualTo(TestClient.json("""
				{ "audience": [], "client_id": "", "custom_claims": [], "description": "", "expiry": "0",
					"is_cimd": false, "is_dcr": false, "metadata_uri": "", "name": "", "organization_id": "",
					"redirect_uris": [], "resource_id": "", "scopes": [], "secrets": [] }"""));
	}

	@Test
	void nestedObjectsAreCompleted() {
		assertThat(ApiPrinter.print("WebAuthConfiguration", Map.of("rp", Map.of("ids", List.of("acme.com"))),
				Map.of("timeout", Map.of("login", "300s"), "color", "red")))
			.isEqualTo(TestClient.json("""
					{ "enable_auto_registration": false, "enable_conditional_login": false,
						"rp": { "ids": ["acme.com"], "origins": [] }, "show_passkey_button": false,
						"timeout": { "login": "300s" } }"""));
	}

	@Test
	void numbersOf64BitsAreStrings() {
		assertThat(ApiPrinter.print("M2MClient", new Client(3600, Instant.EPOCH)).toString())
			.contains("\"expiry\":\"3600\"", "\"create_time\":\"1970-01-01T00:00:00Z\"");
	}

	@Test
	void unknownConstantsAreMistakes() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ApiPrinter.print("Directory", Map.of("directory_type", "FTP")))
			.withMessageStartingWith("\"FTP\" is none of DirectoryType, which are [SCIM, LDAP, POLL");
	}

	private record Client(long expiry, Instant createTime) {
	}

}
