package com.scalekit.spring.test.oidc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;

/**
 * An application that takes calls of the server.
 */
final class Receiver implements AutoCloseable {

	private final HttpServer http;

	private final List<String> requests = new CopyOnWriteArrayList<>();

	Receiver() throws IOException {
		this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.http.createContext("/", (exchange) -> {
			this.requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		this.http.start();
	}

	URI uri() {
		return URI.create("http://localhost:%d/".formatted(this.http.getAddress().getPort()));
	}

	List<String> requests() {
		return this.requests;
	}

	@Override
	public void close() {
		this.http.stop(0);
	}

}
