package com.example.stories;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.client.apiclients.ApiClient;
import com.scalekit.spring.client.apiclients.ApiClientsClient;
import com.scalekit.spring.client.apiclients.ClientSecret;
import com.scalekit.spring.client.apiclients.CreateApiClient;
import com.scalekit.spring.client.apiclients.CreatedApiClient;
import com.scalekit.spring.client.apiclients.CreatedClientSecret;
import com.scalekit.spring.client.apiclients.ReactiveApiClientsClient;
import com.scalekit.spring.client.apiclients.UpdateApiClient;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.test.ScalekitServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A customer's program gets a client, its secret is rotated, and its access ends.
 */
@SpringBootTest
@AutoConfigureScalekitServer
class ApiClientStoryTests {

	@Autowired
	private ScalekitServer scalekit;

	private String acme;

	@BeforeEach
	void addCustomer() {
		this.acme = this.scalekit.organizations().add("Acme");
	}

	@Test
	void rotation(@Autowired ApiClientsClient clients) {
		CreatedApiClient created = clients.create(this.acme,
				CreateApiClient.named("Export").withScopes(List.of("reports:read")).withExpiry(Duration.ofHours(1)));
		String clientId = created.client().clientId();
		assertThat(created.plainSecret()).isNotEmpty();
		assertThat(created.client().expiry()).isEqualTo(Duration.ofHours(1));

		CreatedClientSecret fresh = clients.createSecret(this.acme, clientId);
		clients.get(this.acme, clientId)
			.secrets()
			.stream()
			.map(ClientSecret::id)
			.filter((id) -> !id.equals(fresh.secret().id()))
			.forEach((id) -> clients.deleteSecret(this.acme, clientId, id));
		assertThat(clients.get(this.acme, clientId).secrets()).singleElement()
			.satisfies((secret) -> assertThat(fresh.plainSecret()).endsWith(secret.secretSuffix()));

		assertThat(clients.update(this.acme, clientId, UpdateApiClient.none().withDescription("Nightly")))
			.satisfies((client) -> {
				assertThat(client.description()).isEqualTo("Nightly");
				assertThat(client.scopes()).containsExactly("reports:read");
			});
		assertThat(clients.all(this.acme)).extracting(ApiClient::clientId).containsExactly(clientId);
		clients.delete(this.acme, clientId);
		assertThatExceptionOfType(ScalekitApiException.NotFound.class)
			.isThrownBy(() -> clients.get(this.acme, clientId));
	}

	@Test
	void reactiveRotation(@Autowired ReactiveApiClientsClient clients) {
		CreatedApiClient created = clients.create(this.acme, CreateApiClient.named("Export")).block();
		String clientId = created.client().clientId();
		String old = created.client().secrets().get(0).id();
		CreatedClientSecret fresh = clients.createSecret(this.acme, clientId)
			.delayUntil((secret) -> clients.deleteSecret(this.acme, clientId, old))
			.block();
		assertThat(clients.get(this.acme, clientId).block().secrets()).extracting(ClientSecret::id)
			.containsExactly(fresh.secret().id());
		assertThat(clients.delete(this.acme, clientId).thenMany(clients.all(this.acme)).collectList().block())
			.isEmpty();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
