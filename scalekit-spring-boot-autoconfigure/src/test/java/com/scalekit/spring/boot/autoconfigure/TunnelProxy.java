package com.scalekit.spring.boot.autoconfigure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy that passes everything on to one server, whatever server was asked for.
 */
final class TunnelProxy implements AutoCloseable {

	private final ServerSocket serverSocket = new ServerSocket(0, 50, InetAddress.getByName("localhost"));

	private final URI target;

	private final List<String> requestLines = new CopyOnWriteArrayList<>();

	private TunnelProxy(URI target) throws IOException {
		this.target = target;
	}

	static TunnelProxy to(String target) throws IOException {
		TunnelProxy proxy = new TunnelProxy(URI.create(target));
		start(proxy::acceptAll);
		return proxy;
	}

	private static void start(Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (IOException ex) {
				// closed
			}
		}, "tunnel-proxy");
		thread.setDaemon(true);
		thread.start();
	}

	private void acceptAll() throws IOException {
		while (true) {
			Socket client = this.serverSocket.accept();
			start(() -> serve(client));
		}
	}

	private void serve(Socket client) throws IOException {
		try (client; Socket server = new Socket(this.target.getHost(), this.target.getPort())) {
			byte[] head = readHead(client.getInputStream());
			String requestLine = new String(head, StandardCharsets.ISO_8859_1).split("\r\n")[0];
			this.requestLines.add(requestLine);
			if (requestLine.startsWith("CONNECT")) {
				client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
			}
			else {
				server.getOutputStream().write(head);
			}
			start(() -> copy(server.getInputStream(), client.getOutputStream()));
			copy(client.getInputStream(), server.getOutputStream());
		}
	}

	private static byte[] readHead(InputStream in) throws IOException {
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
			int next = in.read();
			if (next == -1) {
				throw new IOException("No request");
			}
			head.write(next);
		}
		return head.toByteArray();
	}

	private static void copy(InputStream in, OutputStream out) throws IOException {
		byte[] buffer = new byte[8192];
		int length = in.read(buffer);
		while (length != -1) {
			out.write(buffer, 0, length);
			out.flush();
			length = in.read(buffer);
		}
	}

	int port() {
		return this.serverSocket.getLocalPort();
	}

	List<String> requestLines() {
		return this.requestLines;
	}

	@Override
	public void close() throws IOException {
		this.serverSocket.close();
	}

	private interface Task {

		void run() throws IOException;

	}

}
