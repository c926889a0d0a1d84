package com.scalekit.spring.test.oidc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;

/**
 * A browser with one cookie, in which an application lets its user sign in. It follows no
 * redirects, as there is no application.
 */
public final class Browser {

	public static final String CALLBACK = "http://localhost:9/login/oauth2/code/scalekit";

	/** A pair of RFC 7636. */
	public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

	public static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final ScalekitServer server;

	private @Nullable String cookie;

	public Browser(ScalekitServer server) {
		this.server = server;
	}

	Map<String, String> loginParameters() {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("response_type", "code");
		parameters.put("client_id", this.server.clientId());
		parameters.put("redirect_uri", CALLBACK);
		parameters.put("scope", "openid profile email offline_access");
		parameters.put("state", "s&1=ü");
		parameters.put("nonce", "n-1");
		parameters.put("code_challenge", CHALLENGE);
		parameters.put("code_challenge_method", "S256");
		return parameters;
	}

	/**
	 * Begin a login.
	 * @param changes names and values of further parameters; an empty value removes one
	 */
	Response authorize(String... changes) {
		return get("/oauth/authorize?" + encode(with(loginParameters(), changes)));
	}

	Response choose(String userId, String organizationId, String... changes) {
		return submit(Map.of("choice", userId + " " + organizationId), changes);
	}

	Response submit(Map<String, String> form, String... changes) {
		return post("/oauth/authorize?" + encode(with(loginParameters(), changes)), form);
	}

	static Map<String, String> with(Map<String, String> parameters, String... changes) {
		Map<String, String> changed = new LinkedHashMap<>(parameters);
		for (int i = 0; i < changes.length; i += 2) {
			changed.put(changes[i], changes[i + 1]);
		}
		changed.values().removeIf(String::isEmpty);
		return changed;
	}

	/**
	 * Exchange the code of an answer as the application does.
	 */
	Response exchange(Response answer, String... changes) {
		return token(with(Map.of("grant_type", "authorization_code", "code", answer(answer).getOrDefault("code", ""),
				"redirect_uri", CALLBACK, "code_verifier", VERIFIER), changes));
	}

	Response refresh(String refreshToken) {
		return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
	}

	Response token(Map<String, String> form) {
		Map<String, String> all = new LinkedHashMap<>(form);
		all.putIfAbsent("client_id", this.server.clientId());
		all.putIfAbsent("client_secret", this.server.clientSecret());
		return TestClient.withoutToken(this.server).token(all);
	}

	/**
	 * The parameters that the application gets with a redirect.
	 */
	public static Map<String, String> answer(Response response) {
		String location = response.header("Location");
		if (response.status() != 303 || !location.startsWith(CALLBACK + "?")) {
			throw new AssertionError(
					"No redirect to the application: %d %s %s".formatted(response.status(), location, response.body()));
		}
		return Arrays.stream(location.substring(CALLBACK.length() + 1).split("&"))
			.map((parameter) -> parameter.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
	}

	public Response get(String path) {
		return send(request(path));
	}

	Response post(String path, Map<String, String> form) {
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(encode(form))));
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.server.url() + path));
		return (this.cookie != null) ? request.header("Cookie", "JSESSIONID=1; " + this.cookie + "; theme=dark")
				: request;
	}

	private Response send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
			response.headers().firstValue("Set-Cookie").ifPresent(this::take);
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

	private void take(String setCookie) {
		this.cookie = (setCookie.contains("Max-Age=0")) ? null : setCookie.split(";", 2)[0];
	}

	boolean hasCookie() {
		return this.cookie != null;
	}

	static String encode(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.map((parameter) -> parameter.getKey() + "="
					+ URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

}
