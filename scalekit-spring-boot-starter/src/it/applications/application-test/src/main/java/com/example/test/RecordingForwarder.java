package com.example.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a server, counts the connections and keeps what is sent to the server.
 */
public final class RecordingForwarder implements AutoCloseable {

	private final ServerSocket serverSocket;

	private final URI target;

	private final ExecutorService threads = Executors.newCachedThreadPool((runnable) -> {
		Thread thread = new Thread(runnable, "forwarder");
		thread.setDaemon(true);
		return thread;
	});

	private final AtomicInteger connections = new AtomicInteger();

	private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

	private RecordingForwarder(URI target) throws IOException {
		this.serverSocket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.target = target;
	}

	public static RecordingForwarder start(String targetUrl) {
		try {
			RecordingForwarder forwarder = new RecordingForwarder(URI.create(targetUrl));
			forwarder.threads.execute(forwarder::acceptAll);
			return forwarder;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String url() {
		return "http://127.0.0.1:" + port();
	}

	public int port() {
		return this.serverSocket.getLocalPort();
	}

	public int connections() {
		return this.connections.get();
	}

	public String sent() {
		return this.sent.toString(StandardCharsets.UTF_8);
	}

	private void acceptAll() {
		try {
			while (true) {
				Socket client = this.serverSocket.accept();
				this.connections.incrementAndGet();
				Socket server = new Socket(this.target.getHost(), this.target.getPort());
				this.threads.execute(() -> forward(client, server, this.sent));
				this.threads.execute(() -> forward(server, client, OutputStream.nullOutputStream()));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private static void forward(Socket from, Socket to, OutputStream copy) {
		try (from; to) {
			InputStream input = from.getInputStream();
			byte[] buffer = new byte[8192];
			for (int count = input.read(buffer); count != -1; count = input.read(buffer)) {
				copy.write(buffer, 0, count);
				to.getOutputStream().write(buffer, 0, count);
			}
		}
		catch (IOException ex) {
			// one side has closed the connection
		}
	}

	@Override
	public void close() {
		try {
			this.serverSocket.close();
			this.threads.shutdownNow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
