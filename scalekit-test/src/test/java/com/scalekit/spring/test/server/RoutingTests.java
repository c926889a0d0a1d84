package com.scalekit.spring.test.server;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;

class RoutingTests {

	private final ScalekitServer server = ScalekitServer.start();

	private final TestClient client = TestClient.authorized(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/api", "/favicon.ico", "/api/v1/unknown", "/api/v1/organizations/org_1/unknown",
			"/oauth/token/", "/api/v1/organizations%3Aexternal/1", "/api/v1/organizations:external",
			"/api//v1/organizations", "/api/v1/organizations:external/a/b" })
	void unknownPathIsNotFound(String path) {
		ResponseAssert.assertThat(this.client.get(path)).isError(404, 5, "NOT_FOUND").hasMessage("Not Found");
	}

	@ParameterizedTest
	@CsvSource({ "PUT, /api/v1/organizations", "HEAD, /api/v1/organizations", "POST, /api/v1/organizations/org_1",
			"POST, /api/v1/organizations/org_1/portal_links", "PUT, /api/v1/organizations/org_1/settings",
			"DELETE, /api/v1/organizations:external/1", "PUT, /portal/1" })
	void knownPathWithAnotherMethodIsNotImplemented(String method, String path) {
		assertThat(this.client.send(method, path, null).status()).isEqualTo(501);
	}

	@Test
	void methodNotAllowedHasErrorBody() {
		ResponseAssert.assertThat(this.client.put("/api/v1/organizations"))
			.isError(501, 12, "UNIMPLEMENTED")
			.hasMessage("Method Not Allowed");
	}

	@Test
	void everyErrorHasRequestIdOfItsOwn() {
		String pointer = "/details/0/request_info/request_id";
		assertThat(this.client.get("/api/v1/unknown").json().at(pointer))
			.isNotEqualTo(this.client.get("/api/v1/unknown").json().at(pointer));
	}

	@Test
	void malformedPathIsInvalid() {
		ResponseAssert.assertThat(this.client.get("/api/v1/organizations:external/%FF"))
			.isError(400, 3, "INVALID_ARGUMENT");
	}

	@Test
	void malformedQueryIsInvalid() {
		ResponseAssert.assertThat(this.client.get("/api/v1/organizations?external_id=%FF"))
			.isError(400, 3, "INVALID_ARGUMENT");
	}

	/**
	 * WireMock refuses such requests itself, with a page of its own.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "GET /api/v1/organizations:external/%zz HTTP/1.1", "GET /api/v1/organizations/% HTTP/1.1",
			"nonsense" })
	void requestThatIsNoHttpIsRefused(String requestLine) throws Exception {
		try (Socket socket = new Socket("localhost", URI.create(this.server.url()).getPort())) {
			socket.getOutputStream()
				.write((requestLine + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.UTF_8));
			String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(response).startsWith("HTTP/1.1 400 ");
		}
		assertThat(this.server.requests()).hasSize(1);
	}

}
