package com.scalekit.spring.client.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;

/**
 * A server that answers API calls with whatever bytes it is told to, and token requests
 * as it should.
 */
final class RawServer implements AutoCloseable {

	static final String ORGANIZATION = "{\"organization\":{\"id\":\"org_1\",\"display_name\":\"Acme\"}}";

	private static final String TOKEN = "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":86399}"
		.formatted(TestApi.ACCESS_TOKEN);

	private final ServerSocket serverSocket;

	private final String scheme;

	private final Answer answer;

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final AtomicInteger tokenRequests = new AtomicInteger();

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private RawServer(ServerSocket serverSocket, String scheme, Answer answer) {
		this.serverSocket = serverSocket;
		this.scheme = scheme;
		this.answer = answer;
	}

	static RawServer start(Answer answer) throws IOException {
		return start(new ServerSocket(0, 50, InetAddress.getByName("localhost")), "http", answer);
	}

	static RawServer startTls(SSLContext context, Answer answer) throws IOException {
		return start(context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("localhost")),
				"https", answer);
	}

	/**
	 * A server that answers no more than the beginning of TLS handshakes.
	 */
	static RawServer startHandshakes(Handshake handshake) throws IOException {
		RawServer server = new RawServer(new ServerSocket(0, 50, InetAddress.getByName("localhost")), "https",
				(number, connection) -> {
				});
		startThread(() -> server.acceptAll(handshake));
		return server;
	}

	private static RawServer start(ServerSocket serverSocket, String scheme, Answer answer) {
		RawServer server = new RawServer(serverSocket, scheme, answer);
		startThread(() -> server.acceptAll(server::serve));
		return server;
	}

	/**
	 * A response with a body of the right length, after which the connection stays open.
	 */
	static String response(String statusLine, String body) {
		return "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s".formatted(statusLine,
				body.getBytes(StandardCharsets.UTF_8).length, body);
	}

	/**
	 * Let an answer wait.
	 */
	static void await(CountDownLatch latch) throws IOException {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	private static void startThread(Runnable task) {
		Thread thread = new Thread(task, "raw-server");
		thread.setDaemon(true);
		thread.start();
	}

	private void acceptAll(Handshake handshake) {
		try {
			while (true) {
				Socket socket = this.serverSocket.accept();
				this.sockets.add(socket);
				startThread(() -> answer(socket, handshake));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void serve(Socket socket) throws IOException {
		Connection connection = new Connection(socket);
		String requestLine = connection.readRequest();
		while (requestLine != null) {
			if (requestLine.contains("/oauth/token")) {
				this.tokenRequests.incrementAndGet();
				connection.send(response("200 OK", TOKEN));
			}
			else {
				this.requests.add(requestLine);
				this.answer.send(this.requests.size(), connection);
			}
			requestLine = connection.readRequest();
		}
	}

	private void answer(Socket socket, Handshake handshake) {
		try (socket) {
			handshake.answer(socket);
		}
		catch (IOException | UncheckedIOException ex) {
			// the client has gone
		}
		finally {
			this.sockets.remove(socket);
		}
	}

	String url() {
		return this.scheme + "://localhost:" + this.serverSocket.getLocalPort();
	}

	ScalekitClients.Builder clients() {
		return ScalekitClients.builder(url(), "skc_1", TestApi.CLIENT_SECRET);
	}

	/**
	 * The request lines of all API calls.
	 */
	List<String> requests() {
		return this.requests;
	}

	int tokenRequests() {
		return this.tokenRequests.get();
	}

	/**
	 * How many connections the client has not closed.
	 */
	int openConnections() {
		return this.sockets.size();
	}

	@Override
	public void close() throws IOException {
		this.serverSocket.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

	/**
	 * Answers a new connection.
	 */
	interface Handshake {

		void answer(Socket socket) throws IOException;

	}

	/**
	 * Answers a request.
	 */
	interface Answer {

		void send(int requestNumber, Connection connection) throws IOException;

	}

	/**
	 * A connection from the client.
	 */
	static final class Connection {

		private final Socket socket;

		private final InputStream in;

		Connection(Socket socket) throws IOException {
			this.socket = socket;
			this.in = socket.getInputStream();
		}

		private String readRequest() throws IOException {
			ByteArrayOutputStream head = new ByteArrayOutputStream();
			while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
				int next = this.in.read();
				if (next == -1) {
					return null;
				}
				head.write(next);
			}
			String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n");
			for (String line : lines) {
				if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
					this.in.readNBytes(Integer.parseInt(line.substring("content-length:".length()).strip()));
				}
			}
			return lines[0];
		}

		void send(String bytes) throws IOException {
			this.socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
			this.socket.getOutputStream().flush();
		}

		/**
		 * Send one byte every now and then, until the client has enough of it.
		 */
		void dribble(String bytes, long pauseMillis) throws IOException {
			for (byte next : bytes.getBytes(StandardCharsets.UTF_8)) {
				this.socket.getOutputStream().write(next);
				this.socket.getOutputStream().flush();
				pause(pauseMillis);
			}
		}

		private static void pause(long millis) throws IOException {
			try {
				Thread.sleep(millis);
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
		}

		/**
		 * Close the connection.
		 */
		void close() throws IOException {
			this.socket.close();
		}

		/**
		 * Say that nothing more will come, and wait for the client to hang up.
		 */
		void finish() throws IOException {
			this.socket.shutdownOutput();
			awaitEnd();
		}

		/**
		 * Wait for the client to hang up.
		 */
		void awaitEnd() throws IOException {
			while (this.in.read() != -1) {
				// discard
			}
		}

	}

}
