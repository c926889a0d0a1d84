package com.example.stories;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with little memory reads a large directory.
 */
class DirectoryMemoryTests {

	private static final int USERS = 10_000;

	@Test
	@Timeout(120)
	void needsTheMemoryOfAPage() throws Exception {
		try (ScalekitServer scalekit = ScalekitServer.start()) {
			String acme = scalekit.organizations().add("Acme");
			String id = scalekit.directories().add(acme, (directory) -> directory.users(USERS));
			Process application = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-Xmx64m", "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"),
					DirectoryReader.class.getName(), acme, id, "--scalekit.environment-url=" + scalekit.url(),
					"--scalekit.client-id=" + scalekit.clientId(),
					"--scalekit.client-secret=" + scalekit.clientSecret())
				.redirectErrorStream(true)
				.start();
			try {
				assertThat(new String(application.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
					.contains("blocking: %d, reactive: %d".formatted(USERS, USERS));
			}
			finally {
				application.destroyForcibly().waitFor();
			}
		}
	}

}
