package com.scalekit.spring.test.commandline;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScalekitServerCommandTests {

	@TempDir
	private Path directory;

	private final List<Process> processes = new ArrayList<>();

	@AfterEach
	void destroyProcesses() {
		this.processes.forEach(Process::destroyForcibly);
	}

	@Test
	void printsSettingsAndServesUntilTerminated() throws Exception {
		Process process = run("--port=0", "--client-id=skc_1", "--client-secret=test_1", "--organizations=1000");
		BufferedReader output = process.inputReader();
		String url = output.readLine().substring("SCALEKIT_ENVIRONMENT_URL=".length());
		assertThat(output.readLine()).isEqualTo("SCALEKIT_CLIENT_ID=skc_1");
		assertThat(output.readLine()).isEqualTo("SCALEKIT_CLIENT_SECRET=test_1");
		assertThat(list(url, "skc_1", "test_1")).endsWith("\"total_size\":1000}");
		process.toHandle().destroy();
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isEqualTo(128 + 15);
		assertThat(output.readLine()).isNull();
		assertThat(process.errorReader().readLine()).isNull();
	}

	@Test
	void settingsAreTheSameEachTime() {
		assertThat(Options.parse()).isEqualTo(new Options(8090, "skc_local", "test_local", "", 0, "",
				"whsec_bG9jYWwtbG9jYWwtbG9jYWwtbG9jYWwtbG9jYWw="));
	}

	@Test
	void deliversWebhooksToTarget() throws Exception {
		CompletableFuture<String> delivered = new CompletableFuture<>();
		HttpServer application = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
		application.createContext("/", (exchange) -> {
			delivered.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		application.start();
		try {
			BufferedReader output = run("--port=0", "--organizations=2", "--webhook-secret=whsec_c2VjcmV0",
					"--webhook-target=http://localhost:%d/".formatted(application.getAddress().getPort()))
				.inputReader();
			String url = output.readLine().substring("SCALEKIT_ENVIRONMENT_URL=".length());
			assertThat(output.lines().skip(2).findFirst()).hasValue("SCALEKIT_WEBHOOK_SECRET=whsec_c2VjcmV0");
			send(url, "skc_local", "test_local", BodyPublishers.ofString("{\"display_name\":\"Acme\"}"));
			assertThat(delivered.get(30, TimeUnit.SECONDS)).contains("\"organization.created\"", "\"Acme\"");
		}
		finally {
			application.stop(0);
		}
	}

	@Test
	void addsOrganizationsOfFile() throws Exception {
		Path file = Files.writeString(this.directory.resolve("organizations.json"), "[{\"display_name\":\"Acme\"}]");
		BufferedReader output = run("--port=0", "--organizations=" + file).inputReader();
		String url = output.readLine().substring("SCALEKIT_ENVIRONMENT_URL=".length());
		assertThat(list(url, "skc_local", "test_local")).contains("\"Acme\"");
	}

	@Test
	void letsUsersSignIn() throws Exception {
		BufferedReader output = run("--port=0", "--organizations=2", "--users=2").inputReader();
		String url = output.readLine().substring("SCALEKIT_ENVIRONMENT_URL=".length());
		URI login = URI.create(url + "/oauth/authorize?client_id=skc_local&response_type=code"
				+ "&redirect_uri=http://localhost:8080/login/oauth2/code/scalekit");
		assertThat(
				HttpClient.newHttpClient().send(HttpRequest.newBuilder(login).build(), BodyHandlers.ofString()).body())
			.contains("user-4@example.com", "Organization 2 <small>admin</small>",
					"Organization 2 <small>member</small>");
	}

	@Test
	void explainsItself() throws Exception {
		Process process = run("--help");
		assertThat(process.inputReader().lines())
			.contains("Usage: java -jar scalekit-test-<version>-server.jar [options]");
		assertThat(process.waitFor()).isZero();
	}

	@Test
	void wrongArgumentIsExplained() throws Exception {
		Process process = run("--prot=8090");
		assertThat(process.errorReader().lines()).startsWith("'--prot=8090' is no option",
				"Usage: java -jar scalekit-test-<version>-server.jar [options]");
		assertThat(process.waitFor()).isEqualTo(2);
	}

	@Test
	void missingFileIsNamed() throws Exception {
		Process process = run("--port=0", "--organizations=missing.json");
		assertThat(process.errorReader().lines()).containsExactly("Cannot read missing.json");
		assertThat(process.waitFor()).isEqualTo(1);
	}

	@Test
	void portInUseIsNamed() throws Exception {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
			Process process = run("--port=" + socket.getLocalPort());
			assertThat(process.errorReader().lines()).containsExactly("Cannot listen on port " + socket.getLocalPort());
			assertThat(process.waitFor()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "--port", "--port=", "--port=x", "--port=65536", "--port=-1", "port=8090", "-p=1",
			"--webhook-target=localhost", "--users=-1", "--users=x" })
	void otherArgumentsAreRefused(String argument) {
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(argument));
	}

	@Test
	void secretIsNotPrinted() {
		assertThat(Options.parse("--client-secret=test_1").toString()).doesNotContain("test_1");
	}

	private Process run(String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), "-XX:TieredStopAtLevel=1",
				ScalekitServerCommand.class.getName()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).start();
		this.processes.add(process);
		return process;
	}

	private static String list(String url, String clientId, String clientSecret) throws Exception {
		return send(url, clientId, clientSecret, null);
	}

	private static String send(String url, String clientId, String clientSecret, @Nullable BodyPublisher body)
			throws Exception {
		HttpClient client = HttpClient.newHttpClient();
		String form = "grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(clientId, clientSecret);
		HttpResponse<String> token = client.send(HttpRequest.newBuilder(URI.create(url + "/oauth/token"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form, StandardCharsets.UTF_8))
			.build(), BodyHandlers.ofString());
		String accessToken = token.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/v1/organizations"))
			.header("Authorization", "Bearer " + accessToken);
		if (body != null) {
			request.POST(body);
		}
		return client.send(request.build(), BodyHandlers.ofString()).body();
	}

}
