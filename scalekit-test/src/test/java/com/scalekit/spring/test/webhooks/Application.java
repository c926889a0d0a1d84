package com.scalekit.spring.test.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.TestClient;

/**
 * An application that takes webhooks and interceptor requests, and checks signatures by
 * means of its own.
 */
final class Application implements AutoCloseable {

	private static final int BLOCK = 64;

	private final HttpServer server;

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();

	private volatile String answer = "";

	private volatile Runnable onRequest = () -> {
	};

	Application() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newCachedThreadPool((task) -> {
			Thread thread = new Thread(task);
			thread.setDaemon(true);
			return thread;
		}));
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	URI uri() {
		return URI.create("http://localhost:%d/webhooks".formatted(this.server.getAddress().getPort()));
	}

	/**
	 * The statuses of the next responses. Those after them are 204.
	 */
	void answer(Integer... statuses) {
		this.statuses.addAll(List.of(statuses));
	}

	void answer(String json) {
		this.answer = json;
	}

	void onRequest(Runnable action) {
		this.onRequest = action;
	}

	List<Received> received() {
		return List.copyOf(this.received);
	}

	List<String> types() {
		return this.received.stream().map((request) -> request.json().get("type").stringValue()).toList();
	}

	Received only() {
		if (this.received.size() != 1) {
			throw new AssertionError("There is not one request, but " + this.received.size());
		}
		return this.received.get(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
		byte[] body = exchange.getRequestBody().readAllBytes();
		this.onRequest.run();
		this.received.add(new Received(exchange.getRequestMethod(), headers, body));
		Integer status = this.statuses.poll();
		byte[] answer = this.answer.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("X-Handled-By", "application");
		if (status != null) {
			exchange.sendResponseHeaders(status, -1);
		}
		else if (answer.length > 0) {
			exchange.sendResponseHeaders(200, answer.length);
			exchange.getResponseBody().write(answer);
		}
		else {
			exchange.sendResponseHeaders(204, -1);
		}
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	record Received(String method, Map<String, String> headers, byte[] body) {

		JsonNode json() {
			return TestClient.json(new String(this.body, StandardCharsets.UTF_8));
		}

		JsonNode data() {
			return json().get("data");
		}

		String header(String name) {
			return this.headers.getOrDefault(name, "");
		}

		long signatures() {
			return header("webhook-signature").split(" ").length;
		}

		boolean isSignedWith(String secret) {
			return isSignedWith("webhook", secret);
		}

		boolean isSignedWith(String prefix, String secret) {
			String text = header(prefix + "-id") + "." + header(prefix + "-timestamp") + "."
					+ new String(this.body, StandardCharsets.UTF_8);
			String expected = "v1," + Base64.getEncoder()
				.encodeToString(hmac(Base64.getDecoder().decode(secret.split("_", 2)[1]),
						text.getBytes(StandardCharsets.UTF_8)));
			return new ArrayList<>(List.of(header(prefix + "-signature").split(" "))).contains(expected);
		}

		/**
		 * HMAC-SHA256 as RFC 2104 has it.
		 */
		private static byte[] hmac(byte[] key, byte[] text) {
			byte[] inner = Arrays.copyOf(key, BLOCK);
			byte[] outer = Arrays.copyOf(key, BLOCK);
			for (int i = 0; i < BLOCK; i++) {
				inner[i] ^= 0x36;
				outer[i] ^= 0x5c;
			}
			return sha256(outer, sha256(inner, text));
		}

		private static byte[] sha256(byte[] first, byte[] second) {
			try {
				MessageDigest digest = MessageDigest.getInstance("SHA-256");
				digest.update(first);
				return digest.digest(second);
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
