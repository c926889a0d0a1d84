package com.scalekit.spring.benchmarks.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.benchmarks.server.ConstantToken;
import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.http.ScalekitCodecs;
import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.client.organizations.ReactiveOrganizationsClient;

/**
 * The ways to get an organization from an environment. All of them read the response into
 * the same records with the same JSON settings, and have as many connections.
 */
public final class Clients implements AutoCloseable {

	/**
	 * The connections of each client.
	 */
	public static final int CONNECTIONS = 64;

	/**
	 * How long before its end Spring Security replaces a token unless told otherwise.
	 */
	public static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

	static final String CLIENT_ID = "skc_1234";

	static final String CLIENT_SECRET = "test_secret";

	private static final String PATH = "/api/v1/organizations/{id}";

	/** Enough for thousands of token requests: Spring Security may make one per call. */
	private static final int TOKEN_CONNECTIONS = 2500;

	private final String url;

	private final Duration clockSkew;

	private final List<Connections> connections = new ArrayList<>();

	private final List<ScalekitClients> scalekitClients = new ArrayList<>();

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
	 * @return the way to get an organization
	 */
	public Function<String, Mono<Organization>> webClient() {
		return get(webClientBuilder().defaultHeaders((headers) -> headers.setBearerAuth(ConstantToken.VALUE)).build());
	}

	/**
	 * A {@code WebClient} with the filter of Spring Security.
	 * @return the way to get an organization
	 */
	public Function<String, Mono<Organization>> springSecurity() {
		return get(webClientBuilder()
			.filter(SpringSecurity.filter(this.url, this.clockSkew, connections(TOKEN_CONNECTIONS)))
			.build());
	}

	/**
	 * The reactive client of the library.
	 * @return the way to get an organization
	 */
	public Function<String, Mono<Organization>> reactiveOrganizationsClient() {
		return scalekitClients().create(ReactiveOrganizationsClient.class)::get;
	}

	/**
	 * The blocking client of the library.
	 * @return the way to get an organization
	 */
	public Function<String, Organization> organizationsClient() {
		return scalekitClients().create(OrganizationsClient.class)::get;
	}

	/**
	 * A hand-written {@code WebClient} that has its token from the start, blocking.
	 * @return the way to get an organization
	 */
	public Function<String, Organization> blockingWebClient() {
		Function<String, Mono<Organization>> webClient = webClient();
		return (id) -> Objects.requireNonNull(webClient.apply(id).block());
	}

	/**
	 * A {@code RestClient} with the interceptor of Spring Security, over the client of
	 * the JDK.
	 * @return the way to get an organization
	 */
	public Function<String, Organization> restClient() {
		return get(Connections.jdkRequestFactory());
	}

	/**
	 * A {@code RestClient} with the interceptor of Spring Security, over Reactor Netty.
	 * @return the way to get an organization
	 */
	public Function<String, Organization> restClientOverReactorNetty() {
		return get(connections(CONNECTIONS).reactorRequestFactory());
	}

	private Function<String, Mono<Organization>> get(WebClient webClient) {
		return (id) -> webClient.get().uri(PATH, id).retrieve().bodyToMono(Organization.class);
	}

	private Function<String, Organization> get(ClientHttpRequestFactory requestFactory) {
		RestClient restClient = RestClient.builder()
			.defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
			.baseUrl(this.url)
			.requestFactory(requestFactory)
			.requestInterceptor(SpringSecurity.interceptor(this.url, this.clockSkew))
			.configureMessageConverters((converters) -> converters.withJsonConverter(new OrganizationConverter()))
			.build();
		return (id) -> Objects.requireNonNull(restClient.get().uri(PATH, id).retrieve().body(Organization.class));
	}

	private WebClient.Builder webClientBuilder() {
		return WebClient.builder()
			.defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
			.baseUrl(this.url)
			.clientConnector(connections(CONNECTIONS).connector())
			.apply((webClient) -> ScalekitCodecs.configure(webClient, DataSize.ofMegabytes(2)));
	}

	private ScalekitClients scalekitClients() {
		ScalekitClients clients = ScalekitClients.builder(this.url, CLIENT_ID, CLIENT_SECRET)
			.clientConnector(connections(CONNECTIONS).connector())
			.build();
		this.scalekitClients.add(clients);
		return clients;
	}

	private Connections connections(int maxConnections) {
		Connections connections = new Connections(maxConnections);
		this.connections.add(connections);
		return connections;
	}

	@Override
	public void close() {
		this.scalekitClients.forEach(ScalekitClients::close);
		this.connections.forEach(Connections::close);
	}

}
