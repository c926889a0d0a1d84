package com.scalekit.spring.test.customproviders;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import com.scalekit.spring.test.ResponseAssert;
import com.scalekit.spring.test.ScalekitServer;
import com.scalekit.spring.test.TestClient;

import static org.assertj.core.api.Assertions.assertThat;

class CustomProvidersApiTests {

	private static final String PATH = "/api/v1/custom-providers";

	private final ScalekitServer server = ScalekitServer.start();

	private final TestClient client = TestClient.authorized(this.server);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void providerIsCreated() {
		JsonNode provider = this.client.post(PATH, """
				{"display_name":"Acme CRM","proxy_url":"https://crm.acme.com","auth_patterns":[{"type":"OAUTH"}],
				"metadata":{"team":"sales"}}""").json().get("provider");
		assertThat(provider.get("identifier").stringValue()).isEqualTo("acme-crm");
		assertThat(provider.get("is_custom").booleanValue()).isTrue();
		assertThat(provider.at("/auth_patterns/0/type").stringValue()).isEqualTo("OAUTH");
		assertThat(this.server.customProviders().get("acme-crm").metadata()).isEqualTo(Map.of("team", "sales"));
	}

	@Test
	void metadataThatIsLeftOutIsRemoved() {
		this.client.post(PATH,
				"""
						{"display_name":"Acme","proxy_url":"https://acme.com","auth_patterns":[{}],"metadata":{"team":"sales"}}""");
		String identifier = this.server.customProviders().add("Other", "https://other.com");
		assertThat(this.server.customProviders().all()).hasSize(2);
		this.client.send("PUT", PATH + "/acme", """
				{"display_name":"Acme 2","proxy_url":"https://acme.com","auth_patterns":[{"type":"API_KEY"}]}""");
		assertThat(this.server.customProviders().get("acme").displayName()).isEqualTo("Acme 2");
		assertThat(this.server.customProviders().get("acme").metadata()).isEmpty();
		assertThat(this.client.delete(PATH + "/" + identifier).status()).isEqualTo(200);
		ResponseAssert.assertThat(this.client.delete(PATH + "/" + identifier)).isError(404, 5, "RESOURCE_NOT_FOUND");
	}

}
