package com.example.console.organizations;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.example.console.ConsoleApplication;
import com.example.console.SignedIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.organizations.NewOrganization;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The export of more organizations than the memory of the console could hold.
 */
class ExportMemoryTests {

	private static final int ORGANIZATIONS = 30_000;

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	@Test
	@Timeout(300)
	void needsTheMemoryOfAPage() throws Exception {
		try (ScalekitServer scalekit = ScalekitServer.start()) {
			for (int i = 0; i < ORGANIZATIONS; i++) {
				scalekit.organizations().add(fill(NewOrganization.named("Organization " + i)));
			}
			Process console = console(scalekit);
			try (BufferedReader log = console.inputReader()) {
				assertThat(export(port(log), SignedIn.token(scalekit, "org_operator"))).isEqualTo(ORGANIZATIONS + 1);
			}
			finally {
				console.destroyForcibly().waitFor();
			}
		}
	}

	/**
	 * Fill an organization with as much as Scalekit allows.
	 */
	private static NewOrganization fill(NewOrganization organization) {
		for (int i = 0; i < 10; i++) {
			organization.metadata("key" + i, "v".repeat(256));
		}
		return organization;
	}

	private static Process console(ScalekitServer scalekit) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx96m",
				"-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"),
				ConsoleApplication.class.getName(), "--server.port=0", "--console.organization-id=org_operator",
				"--scalekit.environment-url=" + scalekit.url(), "--scalekit.client-id=" + scalekit.clientId(),
				"--scalekit.client-secret=" + scalekit.clientSecret())
			.redirectErrorStream(true)
			.start();
	}

	private static int port(BufferedReader log) throws IOException {
		StringBuilder lines = new StringBuilder();
		for (String line = log.readLine(); line != null; line = log.readLine()) {
			Matcher port = PORT.matcher(line);
			if (port.find()) {
				return Integer.parseInt(port.group(1));
			}
			lines.append(line).append('\n');
		}
		throw new AssertionError("The console did not start:\n" + lines);
	}

	private static long export(int port, String token) throws IOException, InterruptedException {
		URI uri = URI.create("http://localhost:%d/organizations.csv".formatted(port));
		try (Stream<String> lines = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build(),
					BodyHandlers.ofLines())
			.body()) {
			return lines.count();
		}
	}

}
