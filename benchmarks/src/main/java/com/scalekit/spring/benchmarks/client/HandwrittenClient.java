package com.scalekit.spring.benchmarks.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import reactor.core.publisher.Mono;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * What an application writes that calls the API with a {@code WebClient} and nothing
 * else.
 */
public final class HandwrittenClient {

	static final String LIST = "/api/v1/organizations?page_size={pageSize}";

	private final WebClient webClient;

	HandwrittenClient(WebClient webClient) {
		this.webClient = webClient;
	}

	/**
	 * Create a client that has its access token from the start.
	 * @param url the URL of the environment
	 * @param accessToken the access token
	 * @return the client
	 */
	static HandwrittenClient withToken(String url, String accessToken) {
		return new HandwrittenClient(WebClient.builder()
			.baseUrl(url)
			.defaultHeaders((headers) -> headers.setBearerAuth(accessToken))
			.build());
	}

	/**
	 * Request an access token and create a client that uses it.
	 * @param url the URL of the environment
	 * @return the client
	 */
	public static HandwrittenClient authorize(String url) {
		TokenResponse token = WebClient.create(url)
			.post()
			.uri("/oauth/token")
			.body(BodyInserters.fromFormData("grant_type", "client_credentials")
				.with("client_id", Clients.CLIENT_ID)
				.with("client_secret", Clients.CLIENT_SECRET))
			.retrieve()
			.bodyToMono(TokenResponse.class)
			.block();
		return withToken(url, Objects.requireNonNull(token).accessToken());
	}

	/**
	 * List the first organizations.
	 * @return the page
	 */
	public Mono<OrganizationList> list() {
		return this.webClient.get().uri(LIST, Clients.PAGE_SIZE).retrieve().bodyToMono(OrganizationList.class);
	}

	@JsonNaming(SnakeCaseStrategy.class)
	record TokenResponse(String accessToken, long expiresIn) {

	}

	/**
	 * A page of organizations.
	 *
	 * @param organizations the organizations
	 * @param nextPageToken the token of the next page
	 * @param prevPageToken the token of the previous page
	 * @param totalSize the number of organizations on all pages
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	public record OrganizationList(List<ListedOrganization> organizations, String nextPageToken, String prevPageToken,
			long totalSize) {

	}

	/**
	 * An organization.
	 *
	 * @param id the identifier
	 * @param displayName the name shown to people
	 * @param externalId the application's own identifier
	 * @param regionCode where the organization's data is kept
	 * @param metadata the application's own data
	 * @param createTime when the organization was created
	 * @param updateTime when it was last changed
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	public record ListedOrganization(String id, String displayName, String externalId, String regionCode,
			Map<String, String> metadata, Instant createTime, Instant updateTime) {

	}

}
