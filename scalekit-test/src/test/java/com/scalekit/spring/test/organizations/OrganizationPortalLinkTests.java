package com.scalekit.spring.test.organizations;

import java.time.Duration;

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

class OrganizationPortalLinkTests {

	private final MutableClock clock = new MutableClock();

	private final ScalekitServer server = ScalekitServer.builder().clock(this.clock).start();

	private final TestClient client = TestClient.authorized(this.server);

	private final TestClient browser = TestClient.withoutToken(this.server);

	private final String path = "/api/v1/organizations/%s/portal_links"
		.formatted(this.server.organizations().add("Böse & <b>Söhne</b>"));

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void generatesLink() {
		Response response = this.client.put(this.path);
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.json().propertyNames()).containsExactly("link");
		JsonNode link = response.json().get("link");
		assertThat(link.propertyNames()).containsExactlyInAnyOrder("id", "location", "expire_time");
		assertThat(link.get("id").stringValue()).matches("lnk_[0-9]+");
		assertThat(link.get("location").stringValue()).startsWith(this.server.url() + "/portal/");
		assertThat(link.get("expire_time").stringValue()).isEqualTo("2026-03-04T05:07:07.123456Z");
	}

	@Test
	void linksDiffer() {
		assertThat(generate()).isNotEqualTo(generate());
	}

	@ParameterizedTest
	@ValueSource(strings = { "?features=sso", "?features=dir_sync", "?features=sso&features=dir_sync" })
	void acceptsFeatures(String query) {
		assertThat(this.client.put(this.path + query).status()).isEqualTo(200);
	}

	@Test
	void refusesOtherFeatures() {
		ResponseAssert.assertThat(this.client.put(this.path + "?features=sso&features=directory_sync&features="))
			.hasViolations("features[1] string.in", "features[2] string.in");
		ResponseAssert.assertThat(this.client.put(this.path + "?features=sso,dir_sync"))
			.hasViolations("features[0] string.in");
	}

	@Test
	void linkOpensOnce() {
		String location = generate();
		Response page = this.browser.get(location);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
		assertThat(page.header("Cache-Control")).isEqualTo("no-store");
		assertThat(page.body()).contains("Böse &amp; &lt;b&gt;Söhne&lt;/b&gt;");
		Response again = this.browser.get(location);
		assertThat(again.status()).isEqualTo(410);
		assertThat(again.body()).contains("already used").doesNotContain("Söhne");
	}

	@Test
	void setsUpConnectionsAndDirectoriesOfTheOrganization() {
		String id = this.server.organizations().all().get(0).id();
		String location = generate();
		assertThat(this.browser.post(location, "Single+sign-on+with+Okta=").status()).isEqualTo(410);
		assertThat(this.browser.get(location).body()).contains("name=\"Single sign-on with Okta\"");
		Response done = this.browser.post(location, "Single+sign-on+with+Okta=");
		assertThat(done.body()).contains("Single sign-on with Okta: done");
		assertThat(this.browser.post(location, "Directory+of+Okta=").status()).isEqualTo(200);
		assertThat(this.server.connections().all()).singleElement().satisfies((connection) -> {
			assertThat(connection.organizationId()).isEqualTo(id);
			assertThat(connection.provider()).isEqualTo("OKTA");
			assertThat(connection.enabled()).isTrue();
		});
		assertThat(this.server.directories().all(id)).hasSize(1);
		assertThat(this.browser.post(location, "Anything=").status()).isEqualTo(400);
		assertThat(this.browser.get(location).status()).isEqualTo(410);
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(this.browser.post(location, "Directory+of+Okta=").status()).isEqualTo(410);
		assertThat(this.server.directories().all(id)).hasSize(1);
	}

	@Test
	void headDoesNotUseTheLink() {
		String location = generate();
		this.browser.send("HEAD", location, null);
		assertThat(this.browser.get(location).status()).isEqualTo(200);
	}

	@Test
	void linkExpiresAfterOneMinute() {
		String early = generate();
		this.clock.advance(Duration.ofSeconds(59));
		String late = generate();
		assertThat(this.browser.get(early).status()).isEqualTo(200);
		this.clock.advance(Duration.ofSeconds(60));
		assertThat(this.browser.get(late).status()).isEqualTo(410);
	}

	@Test
	void guessedLinkIsGone() {
		assertThat(this.browser.get("/portal/guessed").status()).isEqualTo(410);
	}

	private String generate() {
		String location = this.client.put(this.path).json().at("/link/location").stringValue();
		return location.substring(this.server.url().length());
	}

}
