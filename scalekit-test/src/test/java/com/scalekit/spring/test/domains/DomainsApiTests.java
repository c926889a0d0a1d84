package com.scalekit.spring.test.domains;

import java.util.NoSuchElementException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.MutableClock;
import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;
import com.scalekit.spring.test.TestClient.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DomainsApiTests {

	private final ScalekitServer server = ScalekitServer.builder().clock(new MutableClock()).start();

	private final TestClient client = TestClient.authorized(this.server);

	private final String organizationId = this.server.organizations().add("Acme");

	private final String path = "/api/v1/organizations/%s/domains".formatted(this.organizationId);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void domainOfAnOrganizationHasToBeVerified() {
		Response response = this.client.post(this.path, """
				{ "domain": "acme.com", "domain_type": "ORGANIZATION_DOMAIN" }""");
		JsonNode domain = response.json().get("domain");
		String id = domain.get("id").stringValue();
		ResponseAssert.assertThat(response).hasJson(200, """
				{ "domain": { "id": "%s", "domain": "acme.com", "domain_type": "ORGANIZATION_DOMAIN",
					"organization_id": "%s", "environment_id": "%s", "verification_status": "PENDING",
					"verification_method": "DNS", "create_time": "2026-03-04T05:06:07.123456Z",
					"update_time": "2026-03-04T05:06:07.123456Z" } }
				""".formatted(id, this.organizationId, domain.get("environment_id").stringValue()));
		this.server.domains().verify(id);
		assertThat(this.client.get(this.path + "/" + id).json().at("/domain/verification_status").stringValue())
			.isEqualTo("VERIFIED");
	}

	@Test
	void domainOfUsersNeedsNoVerification() {
		String id = this.server.domains().addAllowedEmailDomain(this.organizationId, "acme.com");
		assertThat(this.server.domains().get(id).verificationStatus()).isEqualTo("AUTO_VERIFIED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "acme.com", "ACME.com", "gmail.com" })
	void domainThatIsTakenOrPublicIsRefused(String domain) {
		this.server.domains().add(this.server.organizations().add("Other"), "acme.com");
		ResponseAssert.assertThat(this.client.post(this.path, "{\"domain\":\"%s\"}".formatted(domain)))
			.isError(400, 3, "INVALID_ARGUMENT");
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.domains().add(this.organizationId, domain));
	}

	@Test
	void pagesAreNumberedFromZero() {
		for (int i = 0; i < 5; i++) {
			this.server.domains().add(this.organizationId, "acme-%d.com".formatted(i));
		}
		this.server.domains().addAllowedEmailDomain(this.organizationId, "acme-5.com");
		assertThat(list("?page_size=2")).isEqualTo("[acme-0.com, acme-1.com] 0 2");
		assertThat(list("?page_size=4&page_number=1")).isEqualTo("[acme-4.com, acme-5.com] 1 2");
		assertThat(list("?page_number=1")).isEqualTo("[] 1 0");
		assertThat(list("?domain_type=ALLOWED_EMAIL_DOMAIN&include=verification_details"))
			.isEqualTo("[acme-5.com] 0 1");
	}

	private String list(String query) {
		JsonNode page = this.client.get(this.path + query).json();
		return page.get("domains").valueStream().map((domain) -> domain.get("domain").stringValue()).toList() + " "
				+ page.get("page_number") + " " + page.get("page_size");
	}

	@Test
	void domainBelongsToItsOrganization() {
		String id = this.server.domains().add(this.server.organizations().add("Other"), "other.com");
		ResponseAssert.assertThat(this.client.get(this.path + "/" + id)).isError(404, 5, "RESOURCE_NOT_FOUND");
		ResponseAssert.assertThat(this.client.delete(this.path + "/" + id)).isError(404, 5, "RESOURCE_NOT_FOUND");
		ResponseAssert.assertThat(this.client.get("/api/v1/organizations/org_1/domains"))
			.isError(404, 5, "RESOURCE_NOT_FOUND")
			.hasMessage("organization not found");
	}

	@Test
	void domainsGoWithTheirOrganization() {
		String id = this.server.domains().add(this.organizationId, "acme.com");
		this.client.delete("/api/v1/organizations/" + this.organizationId);
		assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> this.server.domains().get(id));
		this.server.domains().add(this.server.organizations().add("Acme"), "acme.com");
		this.server.reset();
		this.server.domains().add(this.server.organizations().add("Acme"), "acme.com");
	}

	@Test
	void deletedDomainIsFree() {
		String id = this.server.domains().add(this.organizationId, "acme.com");
		ResponseAssert.assertThat(this.client.delete(this.path + "/" + id)).hasJson(200, "{}");
		assertThat(this.server.domains().all(this.organizationId)).isEmpty();
		this.server.domains().add(this.organizationId, "acme.com");
	}

}
