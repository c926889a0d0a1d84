package com.scalekit.spring.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.micrometer.observation.ObservationRegistry;
import io.netty.channel.ChannelOption;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.OAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.util.function.ThrowingConsumer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.DefaultClientRequestObservationConvention;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.util.DefaultUriBuilderFactory;

import com.scalekit.spring.client.InvalidSettingsException.Violation;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.http.ProviderRequests;
import com.scalekit.spring.client.http.ScalekitCodecs;
import com.scalekit.spring.client.http.ScalekitProxyFactory;
import com.scalekit.spring.client.oauth2.ClientCredentialsAuthorization;
import com.scalekit.spring.client.oauth2.TokenStatus;
import com.scalekit.spring.client.observation.ClientListener;

/**
 * The clients of one Scalekit environment, and what they share: the access token, the
 * connections and the settings. Applications with several environments have one instance
 * for each.
 * <p>
 * Nothing is sent before the first call. Instances and their clients are safe for use by
 * any number of threads.
 */
public final class ScalekitClients implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(ScalekitClients.class);

	private static final String TOKEN_REQUESTS = "scalekit.token.requests";

	private static final String USER_AGENT = userAgent();

	private final URI environmentUrl;

	private final ScalekitProxyFactory proxyFactory;

	private final ClientCredentialsAuthorization authorization;

	private final WebClient webClient;

	private final Disposable.Composite connections = Disposables.composite();

	private ScalekitClients(Builder builder) {
		this.environmentUrl = builder.validate();
		this.proxyFactory = new ScalekitProxyFactory(this.environmentUrl, builder.requestTimeout,
				builder.maxRetries + 1, builder.observationRegistry, builder.listener);
		this.authorization = ClientCredentialsAuthorization.create(this.environmentUrl, builder.clientId,
				builder.clientSecret, builder.scopes, tokenWebClient(builder), builder.listener);
		this.webClient = webClient(builder);
		logger.info("Scalekit clients for %s".formatted(this.environmentUrl));
	}

	/**
	 * The version is that of the jar, and unknown to classes outside of it.
	 */
	private static String userAgent() {
		String version = ScalekitClients.class.getPackage().getImplementationVersion();
		return (version != null) ? "scalekit-spring/" + version : "scalekit-spring";
	}

	private WebClient tokenWebClient(Builder builder) {
		return WebClient.builder()
			.defaultHeader(HttpHeaders.USER_AGENT, USER_AGENT)
			.clientConnector((builder.tokenConnector != null) ? builder.tokenConnector
					: connector(builder, ConnectionPools::forTokens))
			.observationRegistry(builder.observationRegistry)
			.observationConvention(new DefaultClientRequestObservationConvention(TOKEN_REQUESTS))
			.build();
	}

	private ClientHttpConnector connector(Builder builder, Function<Duration, ConnectionProvider> connectionPools) {
		ClientHttpConnector connector = builder.connectorFactory.create(SingletonSupplier.of(() -> {
			ConnectionProvider connectionPool = connectionPools.apply(builder.requestTimeout);
			this.connections.add(connectionPool);
			return connectionPool;
		}));
		if (connector instanceof AutoCloseable closeable) {
			this.connections.add(() -> ThrowingConsumer.of(AutoCloseable::close).accept(closeable));
		}
		return connector;
	}

	private static ClientHttpConnector createConnector(Supplier<ConnectionProvider> connectionPool) {
		HttpClient httpClient = HttpClient.create(connectionPool.get())
			.compress(true)
			.proxyWithSystemProperties()
			.responseTimeout(Builder.READ_TIMEOUT)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(Builder.CONNECT_TIMEOUT.toMillis()));
		return new ReactorClientHttpConnector(httpClient);
	}

	private WebClient webClient(Builder builder) {
		WebClient.Builder given = builder.webClientBuilder;
		WebClient.Builder webClient = ((given != null) ? given.clone() : WebClient.builder())
			.defaultHeaders((headers) -> headers.putIfAbsent(HttpHeaders.USER_AGENT, List.of(USER_AGENT)))
			.defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
			.uriBuilderFactory(new DefaultUriBuilderFactory(this.environmentUrl.toString()))
			.clientConnector((builder.clientConnector != null) ? builder.clientConnector
					: new SeparatingConnector(connector(builder, ConnectionPools::forCalls),
							() -> connector(builder, ConnectionPools::forProviders)))
			.apply((client) -> ScalekitCodecs.configure(client, builder.maxResponseSize))
			.filter(ScalekitCodecs.errorContentTypeFilter())
			.defaultStatusHandler((status) -> !status.is2xxSuccessful(), ScalekitClients::toException);
		if (builder.observationRegistry != ObservationRegistry.NOOP) {
			webClient.observationRegistry(builder.observationRegistry);
		}
		builder.customizers.forEach((customizer) -> customizer.accept(webClient));
		return webClient.filter(this.authorization.bearerTokenFilter()).build();
	}

	/**
	 * An error of another service is none of Scalekit's.
	 */
	private static Mono<? extends Throwable> toException(ClientResponse response) {
		return ProviderRequests.isProxied(response.request().getURI()) ? response.createException()
				: ScalekitApiException.from(response);
	}

	/**
	 * Start to build the clients of an environment.
	 * @param environmentUrl the URL of the environment, such as
	 * {@code https://acme.scalekit.com}; the scheme may be left out
	 * @param clientId the client identifier
	 * @param clientSecret the client secret
	 * @return a builder
	 */
	public static Builder builder(String environmentUrl, String clientId, String clientSecret) {
		String secret = Objects.requireNonNullElse(clientSecret, "");
		return new Builder(environmentUrl, clientId, secret, () -> secret);
	}

	/**
	 * Start to build the clients of an environment whose client secret may be replaced
	 * while they are in use. The secret is asked for before each token request, and only
	 * then: a token that was requested with an earlier secret is used until it ends or is
	 * refused.
	 * @param environmentUrl the URL of the environment, such as
	 * {@code https://acme.scalekit.com}; the scheme may be left out
	 * @param clientId the client identifier
	 * @param clientSecret supplies the present client secret. It is called on a thread of
	 * its own, may block, and may take up to 5 seconds. If it fails or supplies nothing,
	 * there is a {@code ScalekitTokenException}
	 * @return a builder
	 */
	public static Builder builder(String environmentUrl, String clientId, Supplier<String> clientSecret) {
		return new Builder(environmentUrl, clientId, null, clientSecret);
	}

	/**
	 * Create a client of a contract.
	 * @param contract an interface with {@code @HttpExchange} methods, such as
	 * {@code OrganizationsClient}
	 * @param <T> the type of the contract
	 * @return the client
	 */
	public <T> T create(Class<T> contract) {
		return create(contract, this.webClient);
	}

	/**
	 * Create a client of a contract over a changed {@link #webClient()}.
	 * @param contract an interface with {@code @HttpExchange} methods
	 * @param webClient the client that makes the calls
	 * @param <T> the type of the contract
	 * @return the client
	 */
	public <T> T create(Class<T> contract, WebClient webClient) {
		return this.proxyFactory.createClient(contract, webClient);
	}

	/**
	 * The client that makes the calls: it resolves paths against the environment URL,
	 * sends the access token, and throws a {@link ScalekitApiException} when the response
	 * is retrieved and not a success. It refuses to call any other server.
	 * @return the client
	 */
	public WebClient webClient() {
		return this.webClient;
	}

	/**
	 * Gives the blocking clients of Spring the access token, under the registration
	 * {@code scalekit}.
	 * @return the manager
	 * @see #authorizationFailureHandler()
	 */
	public OAuth2AuthorizedClientManager authorizedClientManager() {
		return this.authorization.authorizedClientManager();
	}

	/**
	 * Gives the reactive clients of Spring the access token, under the registration
	 * {@code scalekit}.
	 * @return the manager
	 * @see #reactiveAuthorizationFailureHandler()
	 */
	public ReactiveOAuth2AuthorizedClientManager reactiveAuthorizedClientManager() {
		return this.authorization.reactiveAuthorizedClientManager();
	}

	/**
	 * Replaces an access token that the server has refused, for blocking clients of
	 * Spring that use the {@link #authorizedClientManager()}. Pass it to their
	 * {@code setAuthorizationFailureHandler} method, such as that of
	 * {@code OAuth2ClientHttpRequestInterceptor}: after a response with status 401 the
	 * next request gets a new token. Without it, a revoked token stays in use until it
	 * expires. A new token that is refused within 10 seconds is kept.
	 * @return the handler
	 */
	public OAuth2AuthorizationFailureHandler authorizationFailureHandler() {
		return this.authorization.authorizationFailureHandler();
	}

	/**
	 * Replaces an access token that the server has refused, for reactive clients of
	 * Spring that use the {@link #reactiveAuthorizedClientManager()}. Pass it to their
	 * {@code setAuthorizationFailureHandler} method, such as that of
	 * {@code ServerOAuth2AuthorizedClientExchangeFilterFunction}.
	 * @return the handler
	 * @see #authorizationFailureHandler()
	 */
	public ReactiveOAuth2AuthorizationFailureHandler reactiveAuthorizationFailureHandler() {
		return this.authorization.reactiveAuthorizationFailureHandler();
	}

	/**
	 * The environment.
	 * @return the URL of the environment, without a trailing slash
	 */
	public URI environmentUrl() {
		return this.environmentUrl;
	}

	/**
	 * What there is to know about the access token. No request is made.
	 * @return the present status, which holds no token
	 */
	public TokenStatus tokenStatus() {
		return this.authorization.tokenStatus();
	}

	/**
	 * Close the clients. Calls in flight are answered; any further use of the clients,
	 * the {@link #webClient()} or the managers fails with a
	 * {@code ScalekitTokenException} whose error code is {@code client_closed}. So does a
	 * call that waits for an access token, which is no longer requested. Connections are
	 * closed as soon as they are idle, except for those of a connector that was given.
	 */
	@Override
	public void close() {
		this.authorization.close();
		this.connections.dispose();
	}

	@Override
	public String toString() {
		return "ScalekitClients[" + this.environmentUrl + "]";
	}

	/**
	 * Builds the clients of an environment.
	 */
	public static final class Builder {

		/**
		 * How long a call may take unless {@link #requestTimeout} says otherwise.
		 */
		public static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

		/**
		 * The most that is read of a response unless {@link #maxResponseSize} says
		 * otherwise.
		 */
		public static final DataSize MAX_RESPONSE_SIZE = DataSize.ofMegabytes(2);

		/**
		 * How often a failed call may be retried unless {@link #maxRetries} says
		 * otherwise.
		 */
		public static final int MAX_RETRIES = 2;

		/**
		 * How long it may take to connect unless a connector is given.
		 */
		public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

		/**
		 * How long a response may take unless a connector is given.
		 */
		public static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

		private static final Duration MIN_REQUEST_TIMEOUT = Duration.ofMillis(1);

		private static final Duration MAX_REQUEST_TIMEOUT = Duration.ofDays(24);

		private final String environmentUrl;

		private final String clientId;

		private final @Nullable String givenClientSecret;

		private final Supplier<String> clientSecret;

		private List<String> scopes = List.of();

		private boolean allowInsecureHttp;

		private Duration requestTimeout = REQUEST_TIMEOUT;

		private int maxRetries = MAX_RETRIES;

		private DataSize maxResponseSize = MAX_RESPONSE_SIZE;

		private WebClient.@Nullable Builder webClientBuilder;

		private ClientConnectorFactory connectorFactory = ScalekitClients::createConnector;

		private @Nullable ClientHttpConnector clientConnector;

		private @Nullable ClientHttpConnector tokenConnector;

		private ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

		private ClientListener listener = ClientListener.NONE;

		private final List<Consumer<WebClient.Builder>> customizers = new ArrayList<>();

		private Builder(String environmentUrl, String clientId, @Nullable String givenClientSecret,
				Supplier<String> clientSecret) {
			this.environmentUrl = Objects.requireNonNullElse(environmentUrl, "");
			this.clientId = Objects.requireNonNullElse(clientId, "");
			this.givenClientSecret = givenClientSecret;
			this.clientSecret = clientSecret;
		}

		/**
		 * Check the environment URL, the client identifier and the client secret without
		 * building anything. A secret that is supplied is checked when it is.
		 * @return the environment URL in its normal form, without a trailing slash
		 * @throws InvalidSettingsException if any of them cannot be right; the message
		 * tells what to change
		 */
		public URI validate() {
			return ConnectionSettings.check(this.environmentUrl, this.clientId, this.givenClientSecret,
					this.allowInsecureHttp);
		}

		/**
		 * Request scopes with the access token. The REST API needs none.
		 * @param scopes the scopes
		 * @return this builder
		 */
		public Builder scopes(Collection<String> scopes) {
			this.scopes = List.copyOf(scopes);
			return this;
		}

		/**
		 * Allow plain HTTP to other hosts than this one. Client secret and access token
		 * then travel unprotected.
		 * @param allowInsecureHttp whether plain HTTP is allowed
		 * @return this builder
		 */
		public Builder allowInsecureHttp(boolean allowInsecureHttp) {
			this.allowInsecureHttp = allowInsecureHttp;
			return this;
		}

		/**
		 * Limit how long a call may take, from its start to the end of its response. The
		 * default is 30 seconds.
		 * @param requestTimeout the limit, at least 1 ms and at most 24 days
		 * @return this builder
		 * @throws InvalidSettingsException if the limit is out of range
		 */
		public Builder requestTimeout(Duration requestTimeout) {
			require(requestTimeout.compareTo(MIN_REQUEST_TIMEOUT) >= 0
					&& requestTimeout.compareTo(MAX_REQUEST_TIMEOUT) <= 0, "requestTimeout", requestTimeout,
					"must be at least 1 ms and at most 24 days", "a time in this range, such as 30s");
			this.requestTimeout = requestTimeout;
			return this;
		}

		/**
		 * Limit how often a failed call is retried. Calls that change something are only
		 * retried if the server provably has not executed them. The default is 2.
		 * @param maxRetries the limit from 0, which means no retries, to 100
		 * @return this builder
		 * @throws InvalidSettingsException if the limit is out of range
		 */
		public Builder maxRetries(int maxRetries) {
			require(maxRetries >= 0 && maxRetries <= 100, "maxRetries", maxRetries,
					"must be at least 0 and at most 100", "0 for no retries, or a higher number in this range");
			this.maxRetries = maxRetries;
			return this;
		}

		/**
		 * Limit how much is read of a response. The default is 2 MB.
		 * @param maxResponseSize the limit, more than zero and less than 2 GB
		 * @return this builder
		 * @throws InvalidSettingsException if the limit is out of range
		 */
		public Builder maxResponseSize(DataSize maxResponseSize) {
			require(maxResponseSize.toBytes() > 0 && maxResponseSize.toBytes() <= Integer.MAX_VALUE, "maxResponseSize",
					maxResponseSize, "must be more than zero and less than 2 GB", "a size in this range, such as 2MB");
			this.maxResponseSize = maxResponseSize;
			return this;
		}

		/**
		 * Start from a configured builder, to take over its filters and observations. Its
		 * connector, codecs and base URL are replaced.
		 * @param webClientBuilder the builder, which is not changed
		 * @return this builder
		 */
		public Builder webClientBuilder(WebClient.Builder webClientBuilder) {
			this.webClientBuilder = webClientBuilder;
			return this;
		}

		/**
		 * Create the connectors for API calls and for token requests with a factory
		 * instead of using Reactor Netty with its defaults. Each of them has a connection
		 * pool of its own, so that calls that wait for a connection cannot keep a token
		 * request from getting one. When the first tool is executed, there is one more
		 * for the requests that wait for other services.
		 * @param connectorFactory the factory
		 * @return this builder
		 */
		public Builder connectorFactory(ClientConnectorFactory connectorFactory) {
			this.connectorFactory = connectorFactory;
			return this;
		}

		/**
		 * Use a connector for API calls, and for nothing else: token requests have the
		 * {@link #tokenConnector}. It takes precedence over the
		 * {@link #connectorFactory}, must not follow redirects, and is not closed by the
		 * clients.
		 * @param clientConnector the connector
		 * @return this builder
		 */
		public Builder clientConnector(ClientHttpConnector clientConnector) {
			this.clientConnector = clientConnector;
			return this;
		}

		/**
		 * Use a connector for token requests. It takes precedence over the
		 * {@link #connectorFactory}, must not follow redirects, and is not closed by the
		 * clients. It may be the one for API calls, but token requests then compete with
		 * those for connections.
		 * @param tokenConnector the connector
		 * @return this builder
		 */
		public Builder tokenConnector(ClientHttpConnector tokenConnector) {
			this.tokenConnector = tokenConnector;
			return this;
		}

		/**
		 * Observe calls, under the name {@code http.client.requests}, and token requests,
		 * under the name {@code scalekit.token.requests}. Calls become part of the trace
		 * they are made in; token requests, which are made for all callers, have traces
		 * of their own. By default token requests are not observed, and calls only if the
		 * {@link #webClientBuilder} says so.
		 * @param observationRegistry the registry
		 * @return this builder
		 */
		public Builder observationRegistry(ObservationRegistry observationRegistry) {
			this.observationRegistry = observationRegistry;
			return this;
		}

		/**
		 * Tell a listener of retries and of refused tokens.
		 * @param listener the listener, which replaces one that was given before
		 * @return this builder
		 */
		public Builder listener(ClientListener listener) {
			this.listener = listener;
			return this;
		}

		/**
		 * Change the builder of the {@link ScalekitClients#webClient()} after everything
		 * else has been applied to it. The access token is added after all filters.
		 * @param customizer changes the builder
		 * @return this builder
		 */
		public Builder customize(Consumer<WebClient.Builder> customizer) {
			this.customizers.add(customizer);
			return this;
		}

		/**
		 * Build the clients.
		 * @return the clients, to be closed by the caller
		 * @throws InvalidSettingsException if the environment URL, the client identifier
		 * or the client secret cannot be right; the message tells what to change
		 */
		public ScalekitClients build() {
			return new ScalekitClients(this);
		}

		private static void require(boolean condition, String setting, Object value, String reason, String remedy) {
			if (!condition) {
				throw new InvalidSettingsException(new Violation(setting, value.toString(), reason, remedy));
			}
		}

	}

}
