package com.scalekit.spring.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks plain HTTP with a server.
 */
public final class TestClient {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private static final JsonMapper JSON = new JsonMapper();

	private final ScalekitServer server;

	private final String authorization;

	private final boolean checked;

	private TestClient(ScalekitServer server, String authorization, boolean checked) {
		this.server = server;
		this.authorization = authorization;
		this.checked = checked;
	}

	public static TestClient authorized(ScalekitServer server) {
		return withToken(server, withoutToken(server).fetchToken());
	}

	public static TestClient withToken(ScalekitServer server, String token) {
		return withAuthorization(server, "Bearer " + token);
	}

	public static TestClient withAuthorization(ScalekitServer server, String authorization) {
		return new TestClient(server, authorization, true);
	}

	public static TestClient withoutToken(ScalekitServer server) {
		return new TestClient(server, "", true);
	}

	/**
	 * The same for responses that are made up, and so need not be those of the API.
	 */
	public TestClient unchecked() {
		return new TestClient(this.server, this.authorization, false);
	}

	public static JsonNode json(String json) {
		return JSON.readTree(json);
	}

	public String fetchToken() {
		return token(credentials()).json().get("access_token").stringValue();
	}

	public Map<String, String> credentials() {
		return Map.of("grant_type", "client_credentials", "client_id", this.server.clientId(), "client_secret",
				this.server.clientSecret());
	}

	public Response token(Map<String, String> form) {
		return token(form.entrySet()
			.stream()
			.map((parameter) -> parameter.getKey() + "="
					+ URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&")), "application/x-www-form-urlencoded");
	}

	public Response token(String body, String contentType) {
		return send(request("/oauth/token").header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
	}

	public Response get(String path) {
		return send("GET", path, null);
	}

	public Response post(String path, String body) {
		return send("POST", path, body);
	}

	public Response put(String path) {
		return send("PUT", path, null);
	}

	public Response patch(String path, String body) {
		return send("PATCH", path, body);
	}

	public Response delete(String path) {
		return send("DELETE", path, null);
	}

	public Response send(String method, String path, @Nullable String body) {
		HttpRequest.Builder request = request(path);
		if (!this.authorization.isEmpty()) {
			request.header("Authorization", this.authorization);
		}
		if (body != null) {
			request.header("Content-Type", "application/json");
		}
		Response response = send(
				request.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody()));
		if (this.checked) {
			ResponseCheck.check(method, path, response);
		}
		return response;
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.server.url() + path));
	}

	private static Response send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
			return new Response(response.statusCode(), response.headers(), response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public record Response(int status, HttpHeaders headers, String body) {

		public JsonNode json() {
			return JSON.readTree(this.body);
		}

		public JsonNode organization() {
			return json().get("organization");
		}

		public String header(String name) {
			return this.headers.firstValue(name).orElse("");
		}

	}

}
