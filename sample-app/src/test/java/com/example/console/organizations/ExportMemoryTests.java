package com.example.console.organizations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

import com.example.console.ConsoleProcess;
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

	@Test
	@Timeout(300)
	void needsTheMemoryOfAPage() throws Exception {
		try (ScalekitServer scalekit = ScalekitServer.start()) {
			for (int i = 0; i < ORGANIZATIONS; i++) {
				scalekit.organizations().add(fill(NewOrganization.named("Organization " + i)));
			}
			try (ConsoleProcess console = new ConsoleProcess(scalekit, "96m")) {
				assertThat(export(console, SignedIn.token(scalekit, ConsoleProcess.OPERATOR)))
					.isEqualTo(ORGANIZATIONS + 1);
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

	private static long export(ConsoleProcess console, String token) throws IOException, InterruptedException {
		URI uri = URI.create(console.url() + "/organizations.csv");
		try (Stream<String> lines = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build(),
					BodyHandlers.ofLines())
			.body()) {
			return lines.count();
		}
	}

}
