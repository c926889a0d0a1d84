package com.scalekit.spring.benchmarks.client;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import reactor.core.publisher.Mono;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.ReactorClientHttpRequestFactory;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.benchmarks.client.HandwrittenClient.OrganizationList;
import com.scalekit.spring.benchmarks.server.ConstantToken;
import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

/**
 * The ways to list the first organizations of an environment. Each is what an application
 * writes: the library and its records, or a client of Spring and records of the
 * application, with the connections and the JSON settings that these have by default.
 */
public final class Clients implements AutoCloseable {

	/**
	 * The organizations that are listed.
	 */
	public static final int PAGE_SIZE = 10;

	/**
	 * How long before its end Spring Security replaces a token unless told otherwise.
	 */
	public static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

	/**
	 * The client identifier.
	 */
	public static final String CLIENT_ID = "skc_1234";

	/**
	 * The client secret.
	 */
	public static final String CLIENT_SECRET = "test_secret";

	private static final int MAX_CONNECTIONS = 2500;

	private final String url;

	private final Duration clockSkew;

	private final List<Runnable> closing = new ArrayList<>();

	/**
	 * Prepare clients of an environment.
	 * @param url the URL of the environment
	 */
	public Clients(String url) {
		this(url, CLOCK_SKEW);
	}

	/**
	 * Prepare clients of an environment.
	 * @param url the URL of the environment
	 * @param clockSkew how long before its end Spring Security replaces a token
	 */
	public Clients(String url, Duration clockSkew) {
		this.url = url;
		this.clockSkew = clockSkew;
	}

	/**
	 * A hand-written {@code WebClient} that has its token from the start.
	 * @return the way to list organizations
	 */
	public Supplier<Mono<?>> webClient() {
		return HandwrittenClient.withToken(this.url, ConstantToken.VALUE)::list;
	}

	/**
	 * A {@code WebClient} with the filter of Spring Security.
	 * @return the way to list organizations
	 */
	public Supplier<Mono<?>> springSecurity() {
		return new HandwrittenClient(WebClient.builder()
			.baseUrl(this.url)
			.clientConnector(largePool())
			.filter(SpringSecurity.filter(this.url, this.clockSkew, largePool()))
			.build())::list;
	}

	/**
	 * The reactive client of the library.
	 * @return the way to list organizations
	 */
	public Supplier<Mono<?>> reactiveOrganizationsClient() {
		ReactiveOrganizationsClient organizations = scalekitClients().create(ReactiveOrganizationsClient.class);
		return () -> organizations.list(PAGE_SIZE, null);
	}

	/**
	 * The blocking client of the library.
	 * @return the way to list organizations
	 */
	public Supplier<?> organizationsClient() {
		OrganizationsClient organizations = scalekitClients().create(OrganizationsClient.class);
		return () -> organizations.list(PAGE_SIZE, null);
	}

	/**
	 * A hand-written {@code WebClient} that has its token from the start, blocking.
	 * @return the way to list organizations
	 */
	public Supplier<?> blockingWebClient() {
		Supplier<Mono<?>> webClient = webClient();
		return () -> Objects.requireNonNull(webClient.get().block());
	}

	/**
	 * A {@code RestClient} with the interceptor of Spring Security, over the client of
	 * the JDK.
	 * @return the way to list organizations
	 */
	public Supplier<?> restClient() {
		return list(new JdkClientHttpRequestFactory(HttpClient.newBuilder().version(Version.HTTP_1_1).build()));
	}

	/**
	 * A {@code RestClient} with the interceptor of Spring Security, over Reactor Netty.
	 * @return the way to list organizations
	 */
	public Supplier<?> restClientOverReactorNetty() {
		return list(new ReactorClientHttpRequestFactory());
	}

	private Supplier<?> list(ClientHttpRequestFactory requestFactory) {
		RestClient restClient = RestClient.builder()
			.baseUrl(this.url)
			.requestFactory(requestFactory)
			.requestInterceptor(SpringSecurity.interceptor(this.url, this.clockSkew))
			.build();
		return () -> Objects.requireNonNull(
				restClient.get().uri(HandwrittenClient.LIST, PAGE_SIZE).retrieve().body(OrganizationList.class));
	}

	private ScalekitClients scalekitClients() {
		ScalekitClients clients = ScalekitClients.builder(this.url, CLIENT_ID, CLIENT_SECRET).build();
		this.closing.add(clients::close);
		return clients;
	}

	/**
	 * Connections for thousands of callers at once, which the default pool turns away.
	 */
	private ClientHttpConnector largePool() {
		ConnectionProvider pool = ConnectionProvider.builder("benchmark")
			.maxConnections(MAX_CONNECTIONS)
			.pendingAcquireMaxCount(-1)
			.pendingAcquireTimeout(Duration.ofMinutes(1))
			.build();
		this.closing.add(pool::dispose);
		return new ReactorClientHttpConnector(reactor.netty.http.client.HttpClient.create(pool).compress(true));
	}

	@Override
	public void close() {
		this.closing.forEach(Runnable::run);
	}

}
