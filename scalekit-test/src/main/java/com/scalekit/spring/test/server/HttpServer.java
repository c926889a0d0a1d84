package com.scalekit.spring.test.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.UUID;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Serves a {@link Handler} over HTTP on the loopback interface, by means of WireMock.
 */
public final class HttpServer {

	private static final String HOST = "localhost";

	private static final int MAX_THREADS = 200;

	private static final int ACCEPT_QUEUE_SIZE = 4096;

	private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

	private static final UUID OPERATIONS = UUID.randomUUID();

	private final OperationTransformer transformer;

	private final int port;

	private WireMockServer wireMock;

	private @Nullable SocketChannel reservation;

	/**
	 * Start a server.
	 * @param port the port to listen on, or {@code 0} for a free one
	 * @param handler what answers the requests
	 * @throws UncheckedIOException if the port is in use
	 */
	public HttpServer(int port, Handler handler) {
		this.transformer = new OperationTransformer(handler);
		this.wireMock = start(port, this.transformer);
		this.port = this.wireMock.port();
	}

	private static WireMockServer start(int port, OperationTransformer transformer) {
		WireMockServer wireMock = new WireMockServer(configuration(port).extensions(transformer));
		wireMock.stubFor(WireMock.any(WireMock.anyUrl())
			.withId(OPERATIONS)
			.willReturn(WireMock.aResponse().withTransformers(OperationTransformer.NAME)));
		try {
			wireMock.start();
		}
		catch (FatalStartupException ex) {
			throw new UncheckedIOException("Cannot listen on port " + port, new IOException(ex));
		}
		return wireMock;
	}

	private static WireMockConfiguration configuration(int port) {
		return WireMockConfiguration.options()
			.port(port)
			.bindAddress(HOST)
			.containerThreads(MAX_THREADS)
			.jettyAcceptQueueSize(ACCEPT_QUEUE_SIZE)
			.jettyIdleTimeout(IDLE_TIMEOUT.toMillis())
			.useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
			.gzipDisabled(true)
			.http2PlainDisabled(true)
			.disableRequestJournal()
			.stubRequestLoggingDisabled(true)
			.adminAuthenticator((request) -> false)
			.notifier(new SilentNotifier());
	}

	/**
	 * Return the URL of this server.
	 * @return the URL, without a trailing slash
	 */
	public String url() {
		return "http://%s:%d".formatted(HOST, this.port);
	}

	/**
	 * Refuse connections, and break those that are open. The port is kept.
	 */
	public synchronized void refuseConnections() {
		if (this.reservation == null) {
			stop();
			this.reservation = reserve(this.port);
		}
	}

	/**
	 * Accept connections again.
	 */
	public synchronized void acceptConnections() {
		if (this.reservation != null) {
			release(this.reservation);
			this.reservation = null;
			this.wireMock = start(this.port, this.transformer);
		}
	}

	/**
	 * Connections to a port that is in use, but not listened on, are refused.
	 */
	private static SocketChannel reserve(int port) {
		try {
			return SocketChannel.open()
				.setOption(StandardSocketOptions.SO_REUSEADDR, true)
				.bind(new InetSocketAddress(HOST, port));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void release(SocketChannel reservation) {
		try {
			reservation.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Accept connections, break those that wait for an answer in vain, and remove the
	 * stubs that were added to WireMock.
	 */
	public synchronized void reset() {
		acceptConnections();
		this.transformer.releaseUnanswered();
		this.wireMock.getStubMappings()
			.stream()
			.filter((stub) -> !stub.getId().equals(OPERATIONS))
			.forEach(this.wireMock::removeStub);
	}

	/**
	 * Return what this server is made of.
	 * @param type the type to return
	 * @param <T> the type to return
	 * @return what this server is made of
	 * @throws IllegalArgumentException if this server is not made of that type
	 */
	public synchronized <T> T unwrap(Class<T> type) {
		if (!type.isInstance(this.wireMock)) {
			throw new IllegalArgumentException("A ScalekitServer is made of a %s and not of a %s"
				.formatted(this.wireMock.getClass().getName(), type.getName()));
		}
		return type.cast(this.wireMock);
	}

	/**
	 * Stop this server. Stopping it again has no effect.
	 */
	public synchronized void stop() {
		if (this.reservation != null) {
			release(this.reservation);
			this.reservation = null;
		}
		if (this.wireMock.isRunning()) {
			this.transformer.releaseUnanswered();
			this.wireMock.stop();
		}
	}

	/**
	 * Keeps WireMock out of the logs of the application under test.
	 */
	private static final class SilentNotifier implements Notifier {

		@Override
		public void info(String message) {
		}

		@Override
		public void error(String message) {
		}

		@Override
		public void error(String message, Throwable ex) {
		}

	}

}
