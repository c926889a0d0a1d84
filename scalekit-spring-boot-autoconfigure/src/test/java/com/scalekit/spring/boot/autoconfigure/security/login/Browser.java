package com.scalekit.spring.boot.autoconfigure.security.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What a browser does, without showing anything: it keeps cookies and follows redirects.
 */
final class Browser {

	private static final int MAX_REDIRECTS = 20;

	private static final Pattern CSRF_TOKEN = Pattern.compile("<input(?=[^>]*name=\"_csrf\")[^>]*value=\"([^\"]+)\"");

	private final URI home;

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	Browser(int port) {
		this.home = URI.create("http://localhost:" + port);
	}

	/**
	 * Goes to a page, wherever the application sends it.
	 */
	Page open(String path) {
		return follow(send(request(this.home.resolve(path)).GET()));
	}

	/**
	 * Sends one request.
	 */
	Page get(String path) {
		return send(request(this.home.resolve(path)).GET());
	}

	/**
	 * Sends a number of requests at the same time.
	 */
	List<Page> getAtOnce(int count, String path) {
		HttpRequest request = request(this.home.resolve(path)).GET().build();
		return Stream.generate(() -> this.client.sendAsync(request, BodyHandlers.ofString()))
			.limit(count)
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.map(Browser::page)
			.toList();
	}

	Page follow(Page page) {
		List<URI> visited = new ArrayList<>();
		Page current = page;
		while (current.location() != null) {
			if (visited.size() == MAX_REDIRECTS) {
				throw new IllegalStateException("Redirected without end: " + visited);
			}
			URI next = current.uri().resolve(current.location());
			visited.add(next);
			current = send(request(next).GET());
		}
		return new Page(current.uri(), current.status(), null, current.body(), visited);
	}

	/**
	 * Goes to the provider and back, up to the response of the application.
	 */
	URI authorizationRequest(String path) {
		Page page = get(path);
		while (!page.location().contains("/oauth/authorize")) {
			page = get(page.uri().resolve(page.location()).toString());
		}
		return URI.create(page.location());
	}

	Page post(String path, String form) {
		return send(request(this.home.resolve(path))
			.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED_VALUE)
			.POST(BodyPublishers.ofString(form)));
	}

	/**
	 * Signs out, as a form on a page of the application would.
	 */
	Page signOut() {
		String[] csrf = get("/csrf").body().split("=", 2);
		return post("/logout", csrf[0] + "=" + URLEncoder.encode(csrf[1], StandardCharsets.UTF_8));
	}

	/**
	 * Signs out on the page of Spring Security, which people get who are not signed in
	 * too.
	 */
	Page signOutOnThePage() {
		Matcher value = CSRF_TOKEN.matcher(get("/logout").body());
		if (!value.find()) {
			throw new IllegalStateException("There is no such page");
		}
		return post("/logout", "_csrf=" + URLEncoder.encode(value.group(1), StandardCharsets.UTF_8));
	}

	private static HttpRequest.Builder request(URI uri) {
		return HttpRequest.newBuilder(uri).header(HttpHeaders.ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8");
	}

	Page send(HttpRequest.Builder request) {
		try {
			return page(this.client.send(request.build(), BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Page page(HttpResponse<String> response) {
		return new Page(response.uri(), response.statusCode(),
				response.headers().firstValue(HttpHeaders.LOCATION).orElse(null), response.body(), List.of());
	}

	static MultiValueMap<String, String> query(URI uri) {
		MultiValueMap<String, String> encoded = UriComponentsBuilder.fromUri(uri).build().getQueryParams();
		MultiValueMap<String, String> decoded = new LinkedMultiValueMap<>();
		encoded.forEach((name, values) -> values
			.forEach((value) -> decoded.add(name, UriUtils.decode(value, StandardCharsets.UTF_8))));
		return decoded;
	}

	/**
	 * What a browser gets.
	 *
	 * @param uri where it is
	 * @param status the status
	 * @param location where it is sent, or {@code null}
	 * @param body the text
	 * @param visited the pages on the way there
	 */
	record Page(URI uri, int status, String location, String body, List<URI> visited) {

		String path() {
			return (this.uri.getRawQuery() != null) ? this.uri.getPath() + "?" + this.uri.getRawQuery()
					: this.uri.getPath();
		}

		/**
		 * The path, with the query only if it tells of an error.
		 */
		String target() {
			return "error".equals(this.uri.getRawQuery()) ? path() : this.uri.getPath();
		}

		MultiValueMap<String, String> locationQuery() {
			return query(URI.create(this.location));
		}

	}

}
