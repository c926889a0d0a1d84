package com.example.customized;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.organizations.OrganizationsClient;

/**
 * An application that changes each {@link WebClient} and its connections.
 */
@SpringBootApplication
@RestController
public class CustomizedApplication {

	final List<ClientRequest> requests = new CopyOnWriteArrayList<>();

	private final ObjectProvider<WebClient> webClient;

	private final ObjectProvider<OrganizationsClient> organizations;

	CustomizedApplication(ObjectProvider<WebClient> webClient, ObjectProvider<OrganizationsClient> organizations) {
		this.webClient = webClient;
		this.organizations = organizations;
	}

	public static void main(String[] args) {
		SpringApplication.run(CustomizedApplication.class, args);
	}

	@GetMapping("/partner")
	String partner() {
		return this.webClient.getObject()
			.get()
			.uri("/")
			.exchangeToMono((response) -> response.releaseBody().thenReturn("partner answers"))
			.block();
	}

	@GetMapping("/organizations")
	long count() {
		return this.organizations.getObject().list().totalSize();
	}

	@Bean
	static WebClient partnerWebClient(WebClient.Builder builder) {
		return builder.build();
	}

	@Bean
	WebClientCustomizer everyWebClient(@Value("${partner.url}") String partnerUrl) {
		return (builder) -> builder.baseUrl(partnerUrl)
			.defaultHeader("X-Application", "customized")
			.defaultHeader(HttpHeaders.AUTHORIZATION, "Basic cGFydG5lcg==")
			.defaultHeader(HttpHeaders.ACCEPT, "text/plain")
			.filter((request, next) -> {
				this.requests.add(request);
				return next.exchange(request);
			});
	}

	@Bean
	static ClientHttpConnectorBuilder<?> connectorBuilder(ConnectionProvider connectionPool) {
		return ClientHttpConnectorBuilder.reactor()
			.withHttpClientFactory(() -> HttpClient.create(connectionPool))
			.withHttpClientCustomizer(
					(httpClient) -> httpClient.headers((headers) -> headers.set("X-Proxy", "outbound")));
	}

	@Bean(destroyMethod = "dispose")
	static ConnectionProvider connectionPool(PoolAddresses addresses) {
		return ConnectionProvider.builder("application").maxConnections(1).metrics(true, () -> addresses).build();
	}

	@Bean
	static PoolAddresses poolAddresses() {
		return new PoolAddresses();
	}

}
