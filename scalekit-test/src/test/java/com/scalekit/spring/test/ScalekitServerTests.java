package com.scalekit.spring.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScalekitServerTests {

	@Test
	void handsOutWhatClientNeeds() {
		try (ScalekitServer server = ScalekitServer.start()) {
			assertThat(server.url()).matches("http://localhost:[1-9][0-9]*");
			assertThat(server.clientId()).matches("skc_[0-9]{18}");
			assertThat(server.clientSecret()).matches("test_[A-Za-z0-9_-]{43}");
		}
	}

	@Test
	void takesGivenCredentials() {
		try (ScalekitServer server = ScalekitServer.builder().credentials("skc_1", "test_1").start()) {
			assertThat(server.clientId()).isEqualTo("skc_1");
			assertThat(server.clientSecret()).isEqualTo("test_1");
			assertThat(TestClient.authorized(server).get("/api/v1/organizations").status()).isEqualTo(200);
		}
	}

	@Test
	void listensOnGivenPort() throws Exception {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		try (ScalekitServer server = ScalekitServer.start(port)) {
			assertThat(server.url()).isEqualTo("http://localhost:" + port);
			assertThat(TestClient.authorized(server).get("/api/v1/organizations").status()).isEqualTo(200);
		}
	}

	@Test
	void serversShareNothing() {
		try (ScalekitServer first = ScalekitServer.start(); ScalekitServer second = ScalekitServer.start()) {
			assertThat(first.url()).isNotEqualTo(second.url());
			assertThat(first.clientId()).isNotEqualTo(second.clientId());
			assertThat(first.clientSecret()).isNotEqualTo(second.clientSecret());
			String id = first.organizations().add("Acme");
			assertThat(second.organizations().count()).isZero();
			assertThat(TestClient.authorized(second).get("/api/v1/organizations/" + id).status()).isEqualTo(404);
		}
	}

	@Test
	void closesMoreThanOnce() {
		ScalekitServer server = ScalekitServer.start();
		TestClient client = TestClient.withoutToken(server);
		assertThat(client.get("/").status()).isEqualTo(404);
		server.close();
		server.close();
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> client.get("/"))
			.withCauseInstanceOf(IOException.class);
	}

	@Test
	void printsUrlOnly() {
		try (ScalekitServer server = ScalekitServer.start()) {
			assertThat(server).hasToString("ScalekitServer[url=%s]".formatted(server.url()));
		}
	}

	@Test
	void cannotBeReconfiguredOverHttp() {
		try (ScalekitServer server = ScalekitServer.start()) {
			TestClient client = TestClient.authorized(server);
			assertThat(client.get("/__admin/mappings").status()).isEqualTo(401);
			assertThat(client.post("/__admin/shutdown", "").status()).isEqualTo(401);
			assertThat(client.get("/api/v1/organizations").status()).isEqualTo(200);
		}
	}

	@Test
	void showsExpertsWhatItIsMadeOf() {
		try (ScalekitServer server = ScalekitServer.start()) {
			server.unwrap(WireMockServer.class)
				.stubFor(WireMock.get("/api/v1/roles").willReturn(WireMock.okJson("{\"roles\":[]}")));
			TestClient client = TestClient.authorized(server);
			assertThat(client.get("/api/v1/roles").body()).isEqualTo("{\"roles\":[]}");
			assertThat(client.get("/api/v1/organizations").status()).isEqualTo(200);
			assertThatIllegalArgumentException().isThrownBy(() -> server.unwrap(String.class))
				.withMessageContaining(WireMockServer.class.getName());
		}
	}

	@Test
	void servesHundredsOfConnections() throws Exception {
		try (ScalekitServer server = ScalekitServer.start()) {
			server.organizations().add("Acme");
			byte[] request = "GET /api/v1/organizations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
				.formatted(TestClient.withoutToken(server).fetchToken())
				.getBytes(StandardCharsets.US_ASCII);
			List<Socket> connections = new ArrayList<>();
			try {
				for (int i = 0; i < 500; i++) {
					connections.add(new Socket("localhost", URI.create(server.url()).getPort()));
				}
				for (int i = 0; i < 20; i++) {
					for (Socket connection : connections) {
						connection.getOutputStream().write(request);
					}
					for (Socket connection : connections) {
						assertThat(readResponse(connection.getInputStream())).startsWith("HTTP/1.1 200");
					}
				}
			}
			finally {
				for (Socket connection : connections) {
					connection.close();
				}
			}
		}
	}

	private static String readResponse(InputStream stream) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int octet = stream.read();
			assertThat(octet).as("connection is open after: " + head).isNotNegative();
			head.append((char) octet);
		}
		Matcher length = Pattern.compile("(?i)Content-Length: ([0-9]+)").matcher(head);
		assertThat(length.find()).isTrue();
		stream.skipNBytes(Long.parseLong(length.group(1)));
		return head.toString();
	}

}
