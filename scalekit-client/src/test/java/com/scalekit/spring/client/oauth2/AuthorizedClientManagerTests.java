package com.scalekit.spring.client.oauth2;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AuthorizedClientManagerTests {

	private final TestApi api = new TestApi();

	private final ScalekitClients scalekit = this.api.clients().build();

	@AfterEach
	void close() {
		this.scalekit.close();
		this.api.close();
	}

	@Test
	void allPrincipalsShareOneToken() {
		OAuth2AuthorizedClient blocking = this.scalekit.authorizedClientManager()
			.authorize(AuthorizeRequests.of("scalekit", "alice"));
		OAuth2AuthorizedClient reactive = this.scalekit.reactiveAuthorizedClientManager()
			.authorize(AuthorizeRequests.of("scalekit", "bob"))
			.block();
		assertThat(blocking.getAccessToken().getTokenValue()).isEqualTo(TestApi.ACCESS_TOKEN);
		assertThat(reactive.getAccessToken()).isEqualTo(blocking.getAccessToken());
		assertThat(blocking.getPrincipalName()).isEqualTo("alice");
		assertThat(reactive.getPrincipalName()).isEqualTo("bob");
		assertThat(this.api.tokenRequests()).isEqualTo(1);
	}

	@Test
	void otherRegistrationIsUnknown() {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> this.scalekit.authorizedClientManager().authorize(AuthorizeRequests.of("google", "alice")))
			.withMessage("Could not find ClientRegistration with id 'google'");
	}

	@Test
	void authorizedClientDoesNotHoldTheSecret() {
		OAuth2AuthorizedClient client = this.scalekit.authorizedClientManager().authorize(AuthorizeRequests.scalekit());
		assertThat(client.getClientRegistration().toString()).doesNotContain(TestApi.CLIENT_SECRET);
		assertThat(client.getClientRegistration().getClientSecret()).isEmpty();
	}

}
