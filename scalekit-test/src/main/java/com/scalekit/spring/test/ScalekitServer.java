package com.scalekit.spring.test;

import java.time.Clock;
import java.time.Duration;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;

/**
 * A Scalekit environment in memory: it issues access tokens to one client and answers the
 * REST API the way the service does, over real HTTP on the loopback interface. All state
 * starts empty and is gone when the server is closed. <pre class="code">
 * try (ScalekitServer scalekit = ScalekitServer.start()) {
 * 	String id = scalekit.organizations().add("Acme");
 * 	// call scalekit.url() with scalekit.clientId() and scalekit.clientSecret()
 * }
 * </pre>
 */
public final class ScalekitServer implements AutoCloseable {

	private static final int DYNAMIC_PORT = 0;

	private static final int MAX_THREADS = 200;

	private static final int ACCEPT_QUEUE_SIZE = 4096;

	private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

	private final String clientId = "skc_" + RandomStrings.digits();

	private final String clientSecret = "test_" + RandomStrings.secret();

	private final Tokens tokens;

	private final Organizations organizations;

	private final WireMockServer wireMock;

	private final String url;

	ScalekitServer(int port, Clock clock) {
		this.tokens = new Tokens(clock);
		this.organizations = new Organizations(clock);
		this.wireMock = new WireMockServer(configuration(port).extensions(new WireMockAdapter(handler(clock))));
		this.wireMock.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
		this.wireMock.start();
		this.url = "http://localhost:" + this.wireMock.port();
	}

	/**
	 * Start a server on a free port.
	 * @return the running server
	 */
	public static ScalekitServer start() {
		return start(DYNAMIC_PORT);
	}

	/**
	 * Start a server on the given port.
	 * @param port the port to listen on, or {@code 0} for a free one
	 * @return the running server
	 */
	public static ScalekitServer start(int port) {
		return new ScalekitServer(port, Clock.systemUTC());
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

	private Handler handler(Clock clock) {
		AdminPortal adminPortal = new AdminPortal(this::url, clock);
		Router router = new Router(new TokenEndpoint(this.clientId, this.clientSecret, this.tokens), adminPortal,
				new OrganizationsApi(this.organizations, adminPortal));
		return new ErrorHandling(new BearerTokenCheck(this.tokens, router));
	}

	/**
	 * Return the URL of this environment, without a trailing slash.
	 * @return the environment URL
	 */
	public String url() {
		return this.url;
	}

	/**
	 * Return the id of the one client that this environment knows.
	 * @return the client id
	 */
	public String clientId() {
		return this.clientId;
	}

	/**
	 * Return the secret of the one client that this environment knows. Every server has
	 * another one.
	 * @return the client secret
	 */
	public String clientSecret() {
		return this.clientSecret;
	}

	/**
	 * Return the access tokens of this environment.
	 * @return the access tokens
	 */
	public Tokens tokens() {
		return this.tokens;
	}

	/**
	 * Return the organizations of this environment.
	 * @return the organizations
	 */
	public Organizations organizations() {
		return this.organizations;
	}

	/**
	 * Stop the server. Closing it again has no effect.
	 */
	@Override
	public void close() {
		if (this.wireMock.isRunning()) {
			this.wireMock.stop();
		}
	}

	@Override
	public String toString() {
		return "ScalekitServer[url=%s]".formatted(this.url);
	}

}
