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

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * A proxy that passes everything on to one server, whatever server was asked for.
 */
public final class TunnelProxy implements AutoCloseable {

	private static final String AUTHENTICATION_REQUIRED = "HTTP/1.1 407 Proxy Authentication Required\r\n"
			+ "Proxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n";

	private final ServerSocket serverSocket;

	private final URI target;

	private final @Nullable String credentials;

	private final List<String> requestLines = new CopyOnWriteArrayList<>();

	private TunnelProxy(ServerSocketFactory sockets, URI target, @Nullable String credentials) throws IOException {
		this.serverSocket = sockets.createServerSocket(0, 50, InetAddress.getByName("localhost"));
		this.target = target;
		this.credentials = credentials;
	}

	static TunnelProxy to(String target) throws IOException {
		return start(new TunnelProxy(ServerSocketFactory.getDefault(), URI.create(target), null));
	}

	/**
	 * Start a proxy that speaks TLS with its clients, as a server would.
	 */
	public static TunnelProxy withTls(SSLContext tls, String target) throws IOException {
		return start(new TunnelProxy(tls.getServerSocketFactory(), URI.create(target), null));
	}

	/**
	 * Start a proxy that serves one user only.
	 */
	public static TunnelProxy to(String target, String user, String password) throws IOException {
		return start(new TunnelProxy(ServerSocketFactory.getDefault(), URI.create(target),
				HttpHeaders.encodeBasicAuth(user, password, null)));
	}

	private static TunnelProxy start(TunnelProxy proxy) {
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
			String request = new String(head, StandardCharsets.ISO_8859_1);
			String requestLine = request.split("\r\n")[0];
			this.requestLines.add(requestLine);
			if (this.credentials != null && !request.contains("Basic " + this.credentials)) {
				client.getOutputStream().write(AUTHENTICATION_REQUIRED.getBytes(StandardCharsets.ISO_8859_1));
				return;
			}
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

	public int port() {
		return this.serverSocket.getLocalPort();
	}

	public List<String> requestLines() {
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
