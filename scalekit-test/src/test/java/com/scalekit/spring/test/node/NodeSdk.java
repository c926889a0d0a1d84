package com.scalekit.spring.test.node;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.scalekit.spring.test.ScalekitServer;

/**
 * The official Node SDK, in a process of its own. Without Node or without the SDK, which
 * {@code npm ci} in {@code src/test/node} installs, the tests are skipped. With
 * {@code -Dnode.required=true} or {@code NODE_REQUIRED=true}, they fail.
 */
final class NodeSdk implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {

	private static final Logger logger = System.getLogger(NodeSdk.class.getName());

	private static final Path DIRECTORY = Path.of("src", "test", "node");

	private static final JsonMapper JSON = new JsonMapper();

	private Process process;

	private BufferedWriter calls;

	private BufferedReader outcomes;

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		Optional<String> missing = missing();
		if (missing.isEmpty()) {
			return ConditionEvaluationResult.enabled("There is the Node SDK");
		}
		if (isRequired()) {
			throw new IllegalStateException(missing.get() + ", but its tests are required");
		}
		logger.log(Level.WARNING, missing.get() + ": its tests are skipped");
		return ConditionEvaluationResult.disabled(missing.get());
	}

	private static Optional<String> missing() {
		if (program().isEmpty()) {
			return Optional.of("There is no Node in the path (Debian: apt-get install nodejs npm)");
		}
		if (!Files.isDirectory(DIRECTORY.resolve("node_modules"))) {
			return Optional.of("There is no Node SDK (npm ci --prefix scalekit-test/src/test/node)");
		}
		return Optional.empty();
	}

	private static boolean isRequired() {
		return Boolean.getBoolean("node.required") || Boolean.parseBoolean(System.getenv("NODE_REQUIRED"));
	}

	private static Optional<Path> program() {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.map((directory) -> Path.of(directory, "node"))
			.filter(Files::isExecutable)
			.findFirst();
	}

	@Override
	public void beforeAll(ExtensionContext context) throws IOException {
		this.process = new ProcessBuilder(program().orElseThrow().toString(), "sdk.js").directory(DIRECTORY.toFile())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		this.calls = this.process.outputWriter(StandardCharsets.UTF_8);
		this.outcomes = this.process.inputReader(StandardCharsets.UTF_8);
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.process.destroy();
	}

	/**
	 * Calls a method of the SDK's client and returns its result.
	 */
	JsonNode call(ScalekitServer server, String method, Object... parameters) throws IOException {
		JsonNode outcome = outcome(server, method, parameters);
		if (outcome.has("error")) {
			throw new AssertionError(method + " failed: " + outcome.get("error").stringValue());
		}
		return outcome.get("result");
	}

	/**
	 * Calls a method of the SDK's client that fails, and returns its error.
	 */
	String failure(ScalekitServer server, String method, Object... parameters) throws IOException {
		JsonNode outcome = outcome(server, method, parameters);
		if (!outcome.has("error")) {
			throw new AssertionError(method + " did not fail: " + outcome);
		}
		return outcome.get("error").stringValue();
	}

	private JsonNode outcome(ScalekitServer server, String method, Object... parameters) throws IOException {
		Map<String, String> environment = Map.of("url", server.url(), "clientId", server.clientId(), "clientSecret",
				server.clientSecret());
		this.calls.write(JSON.writeValueAsString(
				Map.of("environment", environment, "method", method, "parameters", List.of(parameters))));
		this.calls.newLine();
		this.calls.flush();
		String line = this.outcomes.readLine();
		if (line == null) {
			throw new IllegalStateException("The process has ended");
		}
		return JSON.readTree(line);
	}

}
