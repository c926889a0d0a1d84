package com.scalekit.spring.test.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;

/**
 * Serves a {@link Handler} over HTTP on the loopback interface, by means of WireMock.
 */
public final class HttpServer {

	private static final int MAX_THREADS = 200;

	private static final int ACCEPT_QUEUE_SIZE = 4096;

	private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

	private final WireMockServer wireMock;

	private final StubMapping operations;

	private final String url;

	/**
	 * Start a server.
	 * @param port the port to listen on, or {@code 0} for a free one
	 * @param handler what answers the requests
	 * @throws UncheckedIOException if the port is in use
	 */
	public HttpServer(int port, Handler handler) {
		this.wireMock = new WireMockServer(configuration(port).extensions(new OperationTransformer(handler)));
		this.operations = this.wireMock.stubFor(WireMock.any(WireMock.anyUrl())
			.willReturn(WireMock.aResponse().withTransformers(OperationTransformer.NAME)));
		try {
			this.wireMock.start();
		}
		catch (FatalStartupException ex) {
			throw new UncheckedIOException("Cannot listen on port " + port, new IOException(ex));
		}
		this.url = "http://localhost:" + this.wireMock.port();
	}

	private static WireMockConfiguration configuration(int port) {
		return WireMockConfiguration.options()
			.port(port)
			.bindAddress("localhost")
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
		return this.url;
	}

	/**
	 * Remove the stubs that were added to WireMock.
	 */
	public void reset() {
		this.wireMock.getStubMappings()
			.stream()
			.filter((stub) -> !stub.equals(this.operations))
			.forEach(this.wireMock::removeStub);
	}

	/**
	 * Return what this server is made of.
	 * @param type the type to return
	 * @param <T> the type to return
	 * @return what this server is made of
	 * @throws IllegalArgumentException if this server is not made of that type
	 */
	public <T> T unwrap(Class<T> type) {
		if (!type.isInstance(this.wireMock)) {
			throw new IllegalArgumentException("A ScalekitServer is made of a %s and not of a %s"
				.formatted(this.wireMock.getClass().getName(), type.getName()));
		}
		return type.cast(this.wireMock);
	}

	/**
	 * Stop this server. Stopping it again has no effect.
	 */
	public void stop() {
		if (this.wireMock.isRunning()) {
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
