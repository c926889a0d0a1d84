package com.scalekit.spring.test;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.TestClient.Response;
import com.scalekit.spring.test.organizations.NewOrganization;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the server with what is documented of the API: each file under
 * {@code fidelity} has a request and its response. The environment has one organization,
 * which <code>{id}</code> and <code>{external_id}</code> stand for. Texts between slashes
 * are regular expressions.
 */
class FidelityTests {

	private static final String EXTERNAL_ID = "tenant-1";

	private final ScalekitServer server = ScalekitServer.start();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("fixtures")
	void answersAsDocumented(String name, String json) {
		JsonNode request = TestClient.json(json).get("request");
		NewOrganization organization = NewOrganization.named("Megasoft Inc").externalId(EXTERNAL_ID);
		request.path("feature").stringValueOpt().ifPresent(organization::feature);
		String id = this.server.organizations().add(organization);
		JsonNode fixture = TestClient.json(json.replace("{id}", id)
			.replace("{external_id}", EXTERNAL_ID)
			.replace("{client_id}", this.server.clientId())
			.replace("{client_secret}", this.server.clientSecret()));
		Response response = send(fixture.get("request"));
		assertThat(response.status()).as(response.body()).isEqualTo(fixture.at("/response/status").intValue());
		assertThat(response.header("Content-Type")).isEqualTo("application/json");
		assertMatches("", fixture.at("/response/body"), response.json());
	}

	static Stream<String[]> fixtures() throws IOException, URISyntaxException {
		Path directory = Path.of(Objects.requireNonNull(FidelityTests.class.getResource("/fidelity")).toURI());
		try (Stream<Path> files = Files.list(directory)) {
			return files.sorted().map(FidelityTests::fixture).toList().stream();
		}
	}

	private static String[] fixture(Path file) {
		try {
			return new String[] { file.getFileName().toString(), Files.readString(file) };
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Response send(JsonNode request) {
		if (request.has("form")) {
			Map<String, String> form = new LinkedHashMap<>();
			request.get("form")
				.properties()
				.forEach((field) -> form.put(field.getKey(), field.getValue().stringValue()));
			return TestClient.withoutToken(this.server).token(form);
		}
		TestClient client = (request.has("token")) ? client(request.get("token").stringValue())
				: TestClient.authorized(this.server);
		return client.send(request.get("method").stringValue(), request.get("path").stringValue(),
				(request.has("body")) ? request.get("body").toString() : null);
	}

	private TestClient client(String token) {
		return (token.isEmpty()) ? TestClient.withoutToken(this.server) : TestClient.withToken(this.server, token);
	}

	private static void assertMatches(String path, JsonNode expected, JsonNode actual) {
		if (expected.isObject()) {
			assertThat(actual.propertyNames()).as(path).containsExactlyInAnyOrderElementsOf(expected.propertyNames());
			expected.properties()
				.forEach((field) -> assertMatches(path + "/" + field.getKey(), field.getValue(),
						actual.get(field.getKey())));
		}
		else if (expected.isArray()) {
			assertThat(actual.size()).as(path).isEqualTo(expected.size());
			for (int i = 0; i < expected.size(); i++) {
				assertMatches(path + "/" + i, expected.get(i), actual.get(i));
			}
		}
		else if (expected.isString() && expected.stringValue().matches("/.*/")) {
			String text = expected.stringValue();
			assertThat(actual.stringValue()).as(path).matches(text.substring(1, text.length() - 1));
		}
		else {
			assertThat(actual).as(path).isEqualTo(expected);
		}
	}

}
