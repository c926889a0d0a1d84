package com.example.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A console with 128 MB, for 200 000 organizations and 1 000 000 users, if the system
 * property {@code scale} is set. Prints how long its pages take.
 */
@EnabledIfSystemProperty(named = "scale", matches = ".*")
class ScaleTests {

	private static final int ORGANIZATIONS = 200_000;

	private static final int USERS_OF_EACH = 5;

	private static final int INVITATIONS = 10_000;

	private static final String BOUNDARY = "invitations";

	private final HttpClient client = HttpClient.newBuilder().followRedirects(Redirect.ALWAYS).build();

	private final List<String> table = new ArrayList<>();

	private String url = "";

	private String token = "";

	@Test
	void ofTheConsoleIsThatOfItsPages() throws Exception {
		try (ScalekitServer scalekit = ScalekitServer.start()) {
			List<String> ids = scalekit.organizations().addMany(ORGANIZATIONS);
			ids.forEach((id) -> scalekit.users().addMany(USERS_OF_EACH, id));
			this.token = SignedIn.token(scalekit, ConsoleProcess.OPERATOR);
			try (ConsoleProcess console = new ConsoleProcess(scalekit, "128m")) {
				this.url = console.url();
				look(ids.get(ORGANIZATIONS / 2));
				export();
				invite(ids.get(ORGANIZATIONS / 2));
			}
			assertThat(scalekit.users().count()).isEqualTo(ORGANIZATIONS * USERS_OF_EACH + INVITATIONS);
		}
		System.out.println(String.join("\n", this.table));
	}

	private void look(String id) throws IOException, InterruptedException {
		for (String path : List.of("/organizations", "/organizations?size=100", "/find?text=" + id,
				"/find?text=nothing-like-this", "/users", "/users?text=user-999999%40example.com", "/users?text=user",
				"/organizations/" + id, "/organizations/" + id + "/users")) {
			page(path);
			measure(path, () -> page(path));
		}
	}

	private String page(String path) throws IOException, InterruptedException {
		HttpResponse<String> response = this.client.send(request(path).build(), BodyHandlers.ofString());
		assertThat(response.statusCode()).as(path).isEqualTo(200);
		return response.body();
	}

	private void export() throws IOException, InterruptedException {
		Instant start = Instant.now();
		try (InputStream lines = this.client.send(request("/organizations.csv").build(), BodyHandlers.ofInputStream())
			.body()) {
			lines.read();
			add("export, until the first line", start);
			long count = new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().count();
			assertThat(count).isEqualTo(ORGANIZATIONS + 1);
			add("export, all", start);
		}
	}

	private void invite(String id) throws IOException, InterruptedException {
		StringBuilder csv = new StringBuilder("email,given_name\n");
		for (int i = 0; i < INVITATIONS; i++) {
			csv.append("new-%d@acme.example,Ada%n".formatted(i));
		}
		String body = """
				--%1$s\r
				Content-Disposition: form-data; name="file"; filename="people.csv"\r
				Content-Type: text/csv\r
				\r
				%2$s\r
				--%1$s--\r
				""".formatted(BOUNDARY, csv);
		Instant start = Instant.now();
		HttpResponse<String> progress = this.client.send(request("/organizations/" + id + "/users/invitations")
			.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
			.POST(BodyPublishers.ofString(body))
			.build(), BodyHandlers.ofString());
		add("bulk invitation, until the progress", start);
		String path = progress.uri().getPath();
		while (page(path).contains("This page is loaded again")) {
			Thread.sleep(1000);
		}
		add("bulk invitation, all", start);
		measure("progress", () -> page(path));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.url + path)).header("Authorization", "Bearer " + this.token);
	}

	private void measure(String name, Action action) throws IOException, InterruptedException {
		Instant start = Instant.now();
		action.run();
		add(name, start);
	}

	private void add(String name, Instant start) {
		this.table.add("%-60s %6d ms".formatted(name, Duration.between(start, Instant.now()).toMillis()));
	}

	private interface Action {

		void run() throws IOException, InterruptedException;

	}

}
