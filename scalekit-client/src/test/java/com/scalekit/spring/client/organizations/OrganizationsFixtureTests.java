package com.scalekit.spring.client.organizations;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.UriComponentsBuilder;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each operation as the REST API documents it: what is sent and what is made of the
 * answer, by both twins.
 */
class OrganizationsFixtureTests {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String ID = "org_64444217115541813";

	private static final Organization LOONEY_CORP = new Organization(ID, "Looney Corp", "my_unique_id", RegionCode.US,
			null, null, Map.of(), null, Instant.parse("2025-03-20T13:55:46.690Z"),
			Instant.parse("2025-03-21T05:55:03.416772Z"));

	private static final Organization COMPLETE = new Organization(ID, "Looney Corp", "my_unique_id", RegionCode.US,
			"looney.example.com", "https://cdn.example.com/looney.png", Map.of("tier", "gold"), settings(),
			Instant.parse("2025-03-20T13:55:46.690Z"), Instant.parse("2025-03-21T05:55:03.367190455Z"));

	private static final SessionPolicy POLICY = SessionPolicy.custom()
		.withAbsoluteTimeout(Duration.ofHours(12))
		.withIdleTimeout(Duration.ofMinutes(30));

	private static final SessionPolicy SHARED_POLICY = SessionPolicy.ofApplication().withoutIdleTimeout();

	private static final URI PORTAL = URI
		.create("https://acme.scalekit.com/magicLink/2cbe56de-eec4-41d2-abed-90a5b82286c4_p");

	static final List<Case> cases = List.of(
			new Case("list", OrganizationsClient::list, ReactiveOrganizationsClient::list,
					new OrganizationPage(List.of(LOONEY_CORP), null, null, 3)),
			new Case("list-page", (client) -> client.list(10, "a+b/c=&{d}"), (client) -> client.list(10, "a+b/c=&{d}"),
					new OrganizationPage(List.of(COMPLETE), "eyJvIjoyMH0=", "MA==", 30)),
			new Case("get", (client) -> client.get(ID), (client) -> client.get(ID), COMPLETE),
			new Case("get-by-external-id", (client) -> client.getByExternalId("tenant/1 a:b+c%"),
					(client) -> client.getByExternalId("tenant/1 a:b+c%"), LOONEY_CORP),
			new Case("create", (client) -> client.create(completeCreation()),
					(client) -> client.create(completeCreation()), COMPLETE),
			new Case("create-named", (client) -> client.create(CreateOrganization.named("Looney Corp")),
					(client) -> client.create(CreateOrganization.named("Looney Corp")), LOONEY_CORP),
			new Case("update", (client) -> client.update(ID, changes()), (client) -> client.update(ID, changes()),
					LOONEY_CORP),
			new Case("delete", (client) -> {
				client.delete(ID);
				return null;
			}, (client) -> client.delete(ID), null),
			new Case("generate-portal-link",
					(client) -> client.generatePortalLink(ID, PortalFeature.SSO, PortalFeature.DIR_SYNC),
					(client) -> client.generatePortalLink(ID, PortalFeature.SSO, PortalFeature.DIR_SYNC),
					new PortalLink("lnk_123123123123123", PORTAL, Instant.parse("2024-02-06T14:48:00Z"))),
			new Case("generate-portal-link-for-all-features", (client) -> client.generatePortalLink(ID),
					(client) -> client.generatePortalLink(ID),
					new PortalLink("lnk_123123123123123", PORTAL, Instant.parse("2024-02-06T14:48:00.000000001Z"))),
			new Case("update-settings", (client) -> client.updateSettings(ID, settings()),
					(client) -> client.updateSettings(ID, settings()), COMPLETE),
			new Case("update-user-management-settings",
					(client) -> client.updateUserManagementSettings(ID, UserManagementSettings.limitedTo(25)),
					(client) -> client.updateUserManagementSettings(ID, UserManagementSettings.limitedTo(25)),
					UserManagementSettings.limitedTo(25)),
			new Case("switch-user-management-off",
					(client) -> client.updateUserManagementSettings(ID, UserManagementSettings.off()),
					(client) -> client.updateUserManagementSettings(ID, UserManagementSettings.off()),
					UserManagementSettings.off()),
			new Case("get-session-policy", (client) -> client.getSessionPolicy(ID),
					(client) -> client.getSessionPolicy(ID), POLICY),
			new Case("get-session-policy-of-application", (client) -> client.getSessionPolicy(ID),
					(client) -> client.getSessionPolicy(ID), SHARED_POLICY),
			new Case("update-session-policy", (client) -> client.updateSessionPolicy(ID, POLICY),
					(client) -> client.updateSessionPolicy(ID, POLICY), POLICY),
			new Case("share-session-policy-of-application",
					(client) -> client.updateSessionPolicy(ID, SessionPolicy.ofApplication()),
					(client) -> client.updateSessionPolicy(ID, SessionPolicy.ofApplication()), SHARED_POLICY));

	private final TestApi api = new TestApi();

	private ScalekitClients scalekit;

	@BeforeEach
	void createClients() {
		this.scalekit = this.api.clients().build();
	}

	@AfterEach
	void close() {
		this.scalekit.close();
		this.api.close();
	}

	@ParameterizedTest
	@FieldSource("cases")
	void blockingClientSendsAndReadsWhatTheApiDocuments(Case operation) throws IOException {
		JsonNode fixture = serve(operation);
		Object result = operation.blocking().apply(this.scalekit.create(OrganizationsClient.class));
		assertThat(result).isEqualTo(operation.result());
		assertSent(fixture);
	}

	@ParameterizedTest
	@FieldSource("cases")
	void reactiveClientSendsAndReadsWhatTheApiDocuments(Case operation) throws IOException {
		JsonNode fixture = serve(operation);
		Object result = operation.reactive().apply(this.scalekit.create(ReactiveOrganizationsClient.class)).block();
		assertThat(result).isEqualTo(operation.result());
		assertSent(fixture);
	}

	private JsonNode serve(Case operation) throws IOException {
		try (InputStream resource = getClass().getResourceAsStream("/fixtures/organizations/" + operation + ".json")) {
			JsonNode fixture = JSON.readTree(resource);
			this.api.stub(any(anyUrl()).atPriority(10)
				.willReturn(jsonResponse(fixture.get("responseBody").toString(), fixture.get("status").intValue())));
			return fixture;
		}
	}

	private void assertSent(JsonNode fixture) {
		List<LoggedRequest> requests = this.api.server()
			.findAll(anyRequestedFor(anyUrl()))
			.stream()
			.filter((request) -> !request.getUrl().equals("/oauth/token"))
			.toList();
		assertThat(requests).singleElement().satisfies((request) -> {
			URI uri = URI.create(request.getUrl());
			assertThat(request.getMethod().getName()).isEqualTo(fixture.get("method").stringValue());
			assertThat(uri.getRawPath()).isEqualTo(fixture.get("path").stringValue());
			fixture.get("query")
				.properties()
				.forEach((parameter) -> assertThat(request.queryParameter(parameter.getKey()).values())
					.isEqualTo(parameter.getValue().valueStream().map(JsonNode::stringValue).toList()));
			assertThat(UriComponentsBuilder.fromUri(uri).build().getQueryParams()).hasSize(fixture.get("query").size());
			if (fixture.has("requestBody")) {
				assertThat(JSON.readTree(request.getBody())).isEqualTo(fixture.get("requestBody"));
				assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
			}
			else {
				assertThat(request.getBody()).isEmpty();
			}
			assertThat(request.getHeader("Accept")).isEqualTo("application/json");
			assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + TestApi.ACCESS_TOKEN);
		});
	}

	private static CreateOrganization completeCreation() {
		return CreateOrganization.named("Looney Corp")
			.withExternalId("my_unique_id")
			.withSlug("looney.example.com")
			.withLogoUrl("https://cdn.example.com/looney.png")
			.withMetadata(Map.of("tier", "gold"));
	}

	private static UpdateOrganization changes() {
		return UpdateOrganization.none().withDisplayName("Acme Inc").withSlug("");
	}

	private static OrganizationSettings settings() {
		return OrganizationSettings.none().withFeature("sso", true).withFeature("dir_sync", false);
	}

	record Case(String name, Function<OrganizationsClient, @Nullable Object> blocking,
			Function<ReactiveOrganizationsClient, Mono<?>> reactive, @Nullable Object result) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
