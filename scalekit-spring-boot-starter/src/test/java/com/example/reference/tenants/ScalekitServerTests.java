package com.example.reference.tenants;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.client.organizations.OrganizationsClient;
import com.scalekit.spring.test.ReceivedRequest;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.organizations.NewOrganization;
import com.scalekit.spring.test.organizations.StoredOrganization;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.scalekit.spring.test.ScriptedResponse.serviceUnavailable;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureScalekitServer
class ScalekitServerTests {

	private final ScalekitServer scalekit;

	@Autowired
	ScalekitServerTests(ScalekitServer scalekit) {
		this.scalekit = scalekit;
	}

	@Test
	void hasOrganizations() throws Exception {
		Path file = Files.createTempFile("organizations", ".json");
		Files.writeString(file, "[{\"display_name\":\"Looney Corp\"}]");
		addOrganizations(this.scalekit, file);
		assertThat(this.scalekit.organizations().count()).isEqualTo(1003);
		Files.delete(file);
	}

	private static void addOrganizations(ScalekitServer scalekit, Path file) {
		scalekit.organizations().add("Acme");
		scalekit.organizations()
			.add(NewOrganization.named("Acme").externalId("t-1").metadata("tier", "gold").feature("sso"));
		scalekit.organizations().addMany(1000);
		scalekit.organizations().addAll(file);
	}

	@Test
	void hasAllThatAnEnvironmentHas() {
		addAcme(this.scalekit);
		assertThat(this.scalekit.users().findByEmail("ann@acme.com")).isPresent();
	}

	private static void addAcme(ScalekitServer scalekit) {
		String acme = scalekit.organizations().add("Acme");
		scalekit.permissions().add("invoices:write");
		scalekit.roles().add("editor", (role) -> role.permissions("invoices:write"));
		String ann = scalekit.users().add("ann@acme.com", (user) -> user.memberOf(acme, "editor"));
		scalekit.sessions().add(ann, acme);
		scalekit.domains().add(acme, "acme.com");
		scalekit.connections().add(acme, (connection) -> connection.oidc().provider("OKTA").domain("acme.com"));
		scalekit.directories().add(acme, (directory) -> directory.provider("OKTA").users(10_000));
	}

	@Test
	void hasWhatWasThereLastWeek() {
		addSignIn(this.scalekit, Instant.now().minus(Duration.ofDays(7)));
		assertThat(this.scalekit.authenticationLogs().all()).singleElement()
			.satisfies((request) -> assertThat(request.timestamp()).isBefore(Instant.now().minus(Duration.ofDays(6))));
	}

	private static void addSignIn(ScalekitServer scalekit, Instant lastWeek) {
		scalekit.at(lastWeek, () -> scalekit.authenticationLogs().add("ann@acme.com"));
	}

	@Test
	void hasWhatWasStored(@Autowired Tenants tenants) {
		tenants.onboard("Acme", "t-1");
		assertOrganizations(this.scalekit);
	}

	private static void assertOrganizations(ScalekitServer scalekit) {
		assertThat(scalekit.organizations().all()).extracting(StoredOrganization::displayName).containsExactly("Acme");
		assertThat(scalekit.organizations().findByExternalId("t-1")).isPresent();
	}

	@Test
	void knowsWhatWasCalled(@Autowired OrganizationsClient organizations) {
		String id = this.scalekit.organizations().add("Acme");
		this.scalekit.next("GET /api/v1/organizations/{id}").times(2).respondsWith(serviceUnavailable());
		organizations.get(id);
		assertCalls(this.scalekit);
	}

	private static void assertCalls(ScalekitServer scalekit) {
		assertThat(scalekit.requests("GET /api/v1/organizations/{id}")).extracting(ReceivedRequest::status)
			.containsExactly(503, 503, 200);
		assertThat(scalekit.requests("POST /api/v1/organizations")).isEmpty();
	}

	@Test
	void isAWireMockServerBeneath(@Autowired @Qualifier("scalekitWebClient") WebClient webClient) {
		stubTools(this.scalekit);
		assertThat(webClient.get().uri("/api/v1/tools").retrieve().bodyToMono(String.class).block())
			.isEqualTo("{\"tools\":[]}");
	}

	private static void stubTools(ScalekitServer scalekit) {
		scalekit.unwrap(WireMockServer.class).stubFor(get("/api/v1/tools").willReturn(okJson("{\"tools\":[]}")));
	}

}
