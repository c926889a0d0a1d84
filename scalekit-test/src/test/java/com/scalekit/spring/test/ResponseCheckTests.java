package com.scalekit.spring.test;

import java.net.http.HttpHeaders;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.scalekit.spring.test.TestClient.Response;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ResponseCheckTests {

	private static final String VALID = """
			{ "organization": { "id": "org_1", "display_name": "Acme", "metadata": { "tier": "gold" }, "region_code": "US",
				"settings": { "features": [ { "name": "sso", "enabled": true } ] },
				"create_time": "2026-03-04T05:06:07.123Z" } }
			""";

	@Test
	void knownShapePasses() {
		assertThatNoException().isThrownBy(() -> check(200, VALID));
		assertThatNoException().isThrownBy(() -> check(404, "{}"));
		assertThatNoException().isThrownBy(() -> ResponseCheck.check("GET", "/unknown", response(200, "{}")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~',
			value = { "\"id\": \"org_1\",;;GetOrganization.organization.id is always printed",
					"\"id\";\"identifier\": \"x\", \"id\";identifier", "\"org_1\";1;GetOrganization.organization.id",
					"\"Acme\";null;GetOrganization.organization.display_name", "{ \"tier\": \"gold\" };[];metadata",
					"\"gold\";1;metadata", "\"US\";\"DE\";region_code", "true;\"true\";features[].enabled",
					"\"name\": \"sso\",;;features[].name", "\"2026-03-04T05:06:07.123Z\";\"today\";today" })
	void otherShapesFail(String valid, String wrong, String message) {
		String json = VALID.replace(valid, (wrong != null) ? wrong : "");
		assertThatExceptionOfType(Throwable.class).isThrownBy(() -> check(200, json)).withMessageContaining(message);
	}

	@Test
	void otherStatusFails() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> check(201, VALID))
			.withMessageContaining("GetOrganization");
	}

	private static void check(int status, String json) {
		ResponseCheck.check("GET", "/api/v1/organizations/org_1?a=b", response(status, json));
	}

	private static Response response(int status, String json) {
		return new Response(status, HttpHeaders.of(Map.of(), (name, value) -> true), json);
	}

}
