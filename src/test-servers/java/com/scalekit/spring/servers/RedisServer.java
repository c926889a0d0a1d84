package com.scalekit.spring.servers;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Redis server.
 */
public final class RedisServer {

	private final Process process;

	private final int port;

	private RedisServer(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * Starts a server, or skips the test if the machine has none.
	 */
	public static RedisServer start() throws Exception {
		Path program = new ServerProgram("Redis", "redis-server").require(program());
		int port = freePort();
		Process process = new ProcessBuilder(program.toString(), "--port", String.valueOf(port), "--bind", "127.0.0.1",
				"--save", "", "--appendonly", "no")
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		RedisServer server = new RedisServer(process, port);
		server.awaitStart();
		return server;
	}

	/**
	 * The program, from the system property {@code redis.server}, or from the path.
	 */
	private static Optional<Path> program() {
		return Stream
			.concat(Optional.ofNullable(System.getProperty("redis.server")).stream(),
					Stream.of(System.getenv("PATH").split(File.pathSeparator))
						.map((directory) -> directory + "/redis-server"))
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	public int port() {
		return this.port;
	}

	private void awaitStart() throws Exception {
		long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
		while (!isListening()) {
			if (!this.process.isAlive() || System.nanoTime() > deadline) {
				stop();
				throw new IllegalStateException("redis-server does not start");
			}
			Thread.sleep(20);
		}
	}

	private boolean isListening() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	public void stop() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
			this.process.destroyForcibly();
		}
	}

}
