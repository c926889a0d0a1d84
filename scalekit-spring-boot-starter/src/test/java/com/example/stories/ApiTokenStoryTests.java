package com.example.stories;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import com.scalekit.spring.boot.test.AutoConfigureScalekitServer;
import com.scalekit.spring.client.apitokens.ApiToken;
import com.scalekit.spring.client.apitokens.ApiTokensClient;
import com.scalekit.spring.client.apitokens.CreateApiToken;
import com.scalekit.spring.client.apitokens.CreatedApiToken;
import com.scalekit.spring.client.apitokens.ReactiveApiTokensClient;
import com.scalekit.spring.client.apitokens.UpdateApiToken;
import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.test.ScalekitServer;

import static com.scalekit.spring.test.ScriptedResponse.serviceUnavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A member of a customer gets an API token, uses it, and loses it.
 */
@SpringBootTest
@AutoConfigureScalekitServer
class ApiTokenStoryTests {

	@Autowired
	private ScalekitServer scalekit;

	private String acme;

	private String ann;

	@BeforeEach
	void addMember() {
		this.acme = this.scalekit.organizations().add("Acme", "t-1");
		this.ann = this.scalekit.users().add("ann@acme.com", (user) -> user.memberOf(this.acme, "admin"));
	}

	@Test
	void lifeOfAToken(@Autowired ApiTokensClient tokens) {
		CreatedApiToken created = tokens.create(CreateApiToken.forOrganization(this.acme)
			.withUserId(this.ann)
			.withDescription("Export")
			.withCustomClaims(Map.of("plan", "gold")));
		this.scalekit.next("POST /api/v1/tokens:validate").respondsWith(serviceUnavailable());
		ApiToken valid = tokens.validate(created.token());
		assertThat(valid).isEqualTo(created.tokenInfo());
		assertThat(valid.organizationExternalId()).isEqualTo("t-1");
		assertThat(valid.roles()).containsExactly("admin");

		assertThat(tokens.update(UpdateApiToken.forToken(created.tokenId()).withDescription("Nightly export")))
			.satisfies((token) -> {
				assertThat(token.description()).isEqualTo("Nightly export");
				assertThat(token.customClaims()).containsEntry("plan", "gold");
			});
		assertThat(tokens.all(this.acme)).extracting(ApiToken::tokenId).containsExactly(created.tokenId());
		tokens.revoke(created.tokenId());
		tokens.revoke(created.tokenId());
		assertThatExceptionOfType(ScalekitApiException.NotFound.class)
			.isThrownBy(() -> tokens.validate(created.token()));
	}

	@Test
	void reactiveLifeOfAToken(@Autowired ReactiveApiTokensClient tokens) {
		for (int i = 0; i < 31; i++) {
			this.scalekit.apiTokens().add(this.acme);
		}
		CreatedApiToken created = tokens.create(CreateApiToken.forOrganization(this.acme).withUserId(this.ann)).block();
		assertThat(tokens.validate(created.token()).block().email()).isEqualTo("ann@acme.com");
		assertThat(tokens.all(this.acme).count().block()).isEqualTo(32);
		assertThat(tokens.all(this.acme, this.ann).map(ApiToken::tokenId).collectList().block())
			.containsExactly(created.tokenId());
		assertThat(tokens.revoke(created.token()).thenMany(tokens.all(this.acme, this.ann)).count().block()).isZero();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
