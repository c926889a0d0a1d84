package com.scalekit.spring.test;

import java.time.Duration;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.scalekit.spring.test.organizations.NewOrganization;

import static org.assertj.core.api.Assertions.assertThat;

class ResetTests {

	private static final String PATH = "/api/v1/organizations";

	private final ScalekitServer server = ScalekitServer.start();

	private final TestClient client = TestClient.authorized(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void forgetsOrganizations() {
		String id = this.server.organizations().add(NewOrganization.named("Acme").externalId("t-1").slug("acme"));
		this.server.organizations().addMany(1);
		this.server.reset();
		assertThat(this.server.organizations().count()).isZero();
		assertThat(this.client.get(PATH + "/" + id).status()).isEqualTo(404);
		assertThat(this.client.get(PATH + ":external/t-1").status()).isEqualTo(404);
		assertThat(this.server.organizations().add(NewOrganization.named("Acme").externalId("t-1").slug("acme")))
			.isNotEqualTo(id);
		this.server.organizations().addMany(1);
		assertThat(this.client.get(PATH + ":external/tenant-1").status()).isEqualTo(200);
	}

	@Test
	void forgetsFaultsAndOutage() {
		this.server.next("GET /api/v1/organizations").respondsWith(ScriptedResponse.forbidden());
		this.server.outage(Duration.ofDays(1));
		this.server.reset();
		assertThat(this.client.get(PATH).status()).isEqualTo(200);
	}

	@Test
	void forgetsRequests() {
		this.client.get(PATH);
		this.server.reset();
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void forgetsWhatIsSetAndCountedOfTokens() {
		this.server.tokens().lifetime(Duration.ZERO);
		this.server.tokens().endpointDown();
		this.server.reset();
		assertThat(this.server.tokens().issued()).isZero();
		assertThat(this.client.token(this.client.credentials()).json().get("expires_in").intValue()).isEqualTo(86399);
	}

	@Test
	void acceptsTokensOfBefore() {
		TestClient revoked = TestClient.authorized(this.server);
		this.server.tokens().revokeAll();
		TestClient valid = TestClient.authorized(this.server);
		this.server.reset();
		assertThat(valid.get(PATH).status()).isEqualTo(200);
		assertThat(revoked.get(PATH).status()).isEqualTo(401);
	}

	@Test
	void forgetsPortalLinks() {
		String path = PATH + "/%s/portal_links".formatted(this.server.organizations().add("Acme"));
		String location = this.client.put(path).json().at("/link/location").stringValue();
		this.server.reset();
		assertThat(this.client.get(location.substring(this.server.url().length())).status()).isEqualTo(410);
	}

	@Test
	void forgetsStubsOfWireMockButNotItsOwn() {
		this.server.unwrap(WireMockServer.class)
			.stubFor(WireMock.get(WireMock.anyUrl()).willReturn(WireMock.status(418)));
		assertThat(this.client.get(PATH).status()).isEqualTo(418);
		this.server.reset();
		assertThat(this.client.get(PATH).status()).isEqualTo(200);
	}

}
