package com.example.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.scalekit.spring.test.ScalekitServer;

/**
 * A console in a process of its own, with little memory, which ends if it needs more.
 */
public final class ConsoleProcess implements AutoCloseable {

	/** The id of the organization whose people see everything. */
	public static final String OPERATOR = "org_operator";

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private final Process process;

	private final int port;

	/**
	 * Start a console.
	 * @param scalekit the environment that it is connected to
	 * @param heap the size of its heap, such as {@code 128m}
	 * @throws IOException if it cannot be started
	 */
	public ConsoleProcess(ScalekitServer scalekit, String heap) throws IOException {
		this.process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"),
				ConsoleApplication.class.getName(), "--server.port=0", "--console.organization-id=" + OPERATOR,
				"--scalekit.environment-url=" + scalekit.url(), "--scalekit.client-id=" + scalekit.clientId(),
				"--scalekit.client-secret=" + scalekit.clientSecret())
			.redirectErrorStream(true)
			.start();
		this.port = port(this.process.inputReader());
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

	/**
	 * Return the URL.
	 * @return the URL, without a slash at the end
	 */
	public String url() {
		return "http://localhost:" + this.port;
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
