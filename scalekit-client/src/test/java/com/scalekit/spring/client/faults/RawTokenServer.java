package com.scalekit.spring.client.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A token endpoint that answers each connection with the given bytes, complete or not,
 * and then waits for the client to close it.
 */
final class RawTokenServer implements AutoCloseable {

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicInteger closedByClient = new AtomicInteger();

	private final List<String> responses;

	private final ServerSocket socket;

	/**
	 * Start a server.
	 * @param responses what to answer, connection by connection
	 */
	RawTokenServer(String... responses) {
		this.responses = List.of(responses);
		try {
			this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		startDaemon(this::accept);
	}

	static String token(String token) {
		String body = "{\"access_token\":\"" + token + "\",\"expires_in\":3600}";
		return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
				+ body;
	}

	private void accept() {
		try {
			while (true) {
				Socket connection = this.socket.accept();
				startDaemon(() -> answer(connection));
			}
		}
		catch (IOException ex) {
			// the server has been closed
		}
	}

	private void answer(Socket connection) {
		try (connection) {
			InputStream request = connection.getInputStream();
			request.read();
			String response = this.responses.get(this.requests.getAndIncrement());
			connection.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
			while (request.read() != -1) {
				// the rest of the request
			}
		}
		catch (IOException ex) {
			// the client has reset the connection
		}
		this.closedByClient.incrementAndGet();
	}

	private static void startDaemon(Runnable task) {
		Thread thread = new Thread(task, "raw-token-server");
		thread.setDaemon(true);
		thread.start();
	}

	String url() {
		return "http://localhost:" + this.socket.getLocalPort();
	}

	int requests() {
		return this.requests.get();
	}

	int connectionsClosedByClient() {
		return this.closedByClient.get();
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
