package com.scalekit.spring.client.oauth2;

import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.client.web.reactive.function.client.ServerOAuth2AuthorizedClientExchangeFilterFunction;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;

import com.scalekit.spring.client.ScalekitClients;
import com.scalekit.spring.client.TestApi;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

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

	@Test
	void restClientReplacesARevokedToken() {
		OAuth2ClientHttpRequestInterceptor interceptor = new OAuth2ClientHttpRequestInterceptor(
				this.scalekit.authorizedClientManager());
		interceptor.setClientRegistrationIdResolver((request) -> "scalekit");
		interceptor.setAuthorizationFailureHandler(this.scalekit.authorizationFailureHandler());
		RestClient client = RestClient.builder().baseUrl(this.api.url()).requestInterceptor(interceptor).build();
		assertReplacesARevokedToken(() -> client.get().uri("/api/v1/roles").retrieve().toBodilessEntity(),
				HttpClientErrorException.Unauthorized.class);
	}

	@Test
	void otherWebClientReplacesARevokedToken() {
		ServerOAuth2AuthorizedClientExchangeFilterFunction filter = new ServerOAuth2AuthorizedClientExchangeFilterFunction(
				this.scalekit.reactiveAuthorizedClientManager());
		filter.setDefaultClientRegistrationId("scalekit");
		filter.setAuthorizationFailureHandler(this.scalekit.reactiveAuthorizationFailureHandler());
		WebClient client = WebClient.builder().baseUrl(this.api.url()).filter(filter).build();
		assertReplacesARevokedToken(() -> client.get().uri("/api/v1/roles").retrieve().toBodilessEntity().block(),
				WebClientResponseException.Unauthorized.class);
	}

	private void assertReplacesARevokedToken(ThrowingCallable call, Class<? extends Exception> refusal) {
		acceptOnly(TestApi.ACCESS_TOKEN);
		assertThatNoException().isThrownBy(call);
		this.api.answersToken("new-token");
		acceptOnly("new-token");
		assertThatExceptionOfType(refusal).isThrownBy(call);
		assertThatNoException().isThrownBy(call);
		assertThat(this.api.tokenRequests()).isEqualTo(2);
		acceptOnly("none");
		assertThatExceptionOfType(refusal).isThrownBy(call);
		assertThatExceptionOfType(refusal).isThrownBy(call);
		assertThat(this.api.tokenRequests()).isEqualTo(2);
	}

	private void acceptOnly(String token) {
		this.api.stub(get("/api/v1/roles").willReturn(unauthorized()));
		this.api.stub(get("/api/v1/roles").withHeader("Authorization", equalTo("Bearer " + token)).willReturn(ok()));
	}

	@Test
	void tokenIsKeptWhenAnotherRegistrationOrAnotherErrorIsReported() {
		this.scalekit.authorizedClientManager().authorize(AuthorizeRequests.scalekit());
		Authentication principal = new TestingAuthenticationToken("anyone", "none");
		this.scalekit.authorizationFailureHandler()
			.onAuthorizationFailure(new ClientAuthorizationException(new OAuth2Error("invalid_token"), "google"),
					principal, Map.of());
		this.scalekit.authorizationFailureHandler()
			.onAuthorizationFailure(new ClientAuthorizationException(new OAuth2Error("insufficient_scope"), "scalekit"),
					principal, Map.of());
		assertThat(this.scalekit.tokenStatus().usableUntil()).isNotNull();
	}

	@Test
	void tokenThatIsReportedBeforeThereIsOneIsIgnored() {
		this.scalekit.authorizationFailureHandler()
			.onAuthorizationFailure(new ClientAuthorizationException(new OAuth2Error("invalid_token"), "scalekit"),
					new TestingAuthenticationToken("anyone", "none"), Map.of());
		assertThat(this.api.requests()).isZero();
	}

}
