package com.scalekit.spring.benchmarks.server;

import java.util.ArrayList;
import java.util.List;

import com.scalekit.spring.benchmarks.process.JavaProcess;

/**
 * A server in a JVM of its own, so that its work is not measured.
 */
public final class ServerProcess implements AutoCloseable {

	private final JavaProcess process;

	private final String url;

	private ServerProcess(JavaProcess process, String scheme) {
		this.process = process;
		this.url = scheme + "://localhost:" + process.readLine();
	}

	/**
	 * Start a server.
	 * @param settings how it behaves
	 * @return the running server
	 */
	public static ServerProcess start(ServerSettings settings) {
		List<String> options = new ArrayList<>(List.of("-Xmx256m", "-XX:+UseSerialGC"));
		options.addAll(LocalCertificate.keyStoreOptions());
		return new ServerProcess(JavaProcess.start(EnvironmentServer.class, options, settings.toArguments()),
				settings.tls() ? "https" : "http");
	}

	/**
	 * The URL of the environment.
	 * @return the URL
	 */
	public String url() {
		return this.url;
	}

	/**
	 * Ask the server what it has seen.
	 * @return the statistics
	 */
	public synchronized Statistics statistics() {
		this.process.writeLine("statistics");
		return Statistics.fromLine(this.process.readLine());
	}

	@Override
	public void close() {
		this.process.close();
	}

}
