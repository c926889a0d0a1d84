package com.example;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the application as it is delivered, with nothing but the three environment
 * variables.
 */
class CommandLineApplicationIT {

	private final ScalekitServer scalekit = ScalekitServer.start();

	@TempDir
	private Path directory;

	@AfterEach
	void stop() {
		this.scalekit.close();
	}

	@Test
	void printsTheOrganizationsAndExits() throws Exception {
		this.scalekit.organizations().add("Looney Corp");
		Result result = run(this.scalekit.clientSecret(), "organizations");
		assertThat(result.exitCode()).isZero();
		assertThat(result.output()).contains("Looney Corp");
	}

	@Test
	void exitsAfterAFailure() throws Exception {
		Result result = run("test_of_another_client", "organizations");
		assertThat(result.exitCode()).isEqualTo(1);
		assertThat(String.join("\n", result.output())).contains("ScalekitTokenException")
			.doesNotContain("test_of_another_client");
	}

	/**
	 * A thread that is not a daemon would keep the process from ending.
	 */
	private Result run(String clientSecret, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java",
				"-XX:TieredStopAtLevel=1", "-jar", "target/command-line-1.0.jar"));
		command.addAll(List.of(arguments));
		File output = this.directory.resolve("output").toFile();
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
		builder.environment()
			.putAll(Map.of("SCALEKIT_ENVIRONMENT_URL", this.scalekit.url(), "SCALEKIT_CLIENT_ID",
					this.scalekit.clientId(), "SCALEKIT_CLIENT_SECRET", clientSecret));
		Process process = builder.start();
		try {
			assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("has ended").isTrue();
			return new Result(process.exitValue(), Files.readAllLines(output.toPath(), StandardCharsets.UTF_8));
		}
		finally {
			process.destroyForcibly();
		}
	}

	private record Result(int exitCode, List<String> output) {

	}

}
