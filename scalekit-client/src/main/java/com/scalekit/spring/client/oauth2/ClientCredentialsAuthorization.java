package com.scalekit.spring.client.oauth2;

import java.net.URI;
import java.util.Collection;
import java.util.function.Supplier;

import org.springframework.security.oauth2.client.OAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizationFailureHandler;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.observation.ClientListener;

/**
 * The authorization of an application at one Scalekit environment: one access token,
 * requested with the client credentials grant when it is first needed.
 */
public final class ClientCredentialsAuthorization implements AutoCloseable {

	private static final String TOKEN_PATH = "/oauth/token";

	private final TokenStore tokens;

	private final BearerTokenFilter filter;

	private final ScalekitAuthorizedClientManager manager;

	private ClientCredentialsAuthorization(URI environmentUrl, ClientRegistration registration,
			Supplier<String> clientSecret, WebClient webClient, ClientListener listener) {
		this.tokens = new TokenStore(
				new TokenEndpoint(registration, clientSecret, webClient, TimeSource.SYSTEM).requestToken(),
				TimeSource.SYSTEM);
		this.filter = new BearerTokenFilter(environmentUrl, this.tokens, listener);
		this.manager = new ScalekitAuthorizedClientManager(registration, this.tokens);
	}

	/**
	 * Create an authorization. No request is made yet. Its registration reaches the
	 * application as part of authorized clients, and prints everything it holds, so it
	 * does not hold the secret.
	 * @param environmentUrl the URL of the environment, without a trailing slash
	 * @param clientId the client identifier
	 * @param clientSecret supplies the client secret for each token request
	 * @param scopes the scopes to request, usually none
	 * @param webClient makes the token requests
	 * @param listener is told of refused tokens
	 * @return the authorization
	 */
	public static ClientCredentialsAuthorization create(URI environmentUrl, String clientId,
			Supplier<String> clientSecret, Collection<String> scopes, WebClient webClient, ClientListener listener) {
		ClientRegistration registration = ClientRegistration.withRegistrationId(ScalekitTokenException.REGISTRATION_ID)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.tokenUri(environmentUrl + TOKEN_PATH)
			.clientId(clientId)
			.scope(scopes)
			.build();
		return new ClientCredentialsAuthorization(environmentUrl, registration, clientSecret, webClient, listener);
	}

	/**
	 * The filter that adds the access token to requests to the environment, and refuses
	 * requests to any other server. Filters that come after it do not see the token.
	 * @return the filter
	 */
	public ExchangeFilterFunction bearerTokenFilter() {
		return this.filter;
	}

	/**
	 * The manager of the registration {@code scalekit}, for the blocking clients of
	 * Spring.
	 * @return the manager, which throws a {@link ScalekitTokenException} if there is no
	 * token
	 */
	public OAuth2AuthorizedClientManager authorizedClientManager() {
		return this.manager.blocking();
	}

	/**
	 * The manager of the registration {@code scalekit}, for the reactive clients of
	 * Spring.
	 * @return the manager, which signals a {@link ScalekitTokenException} if there is no
	 * token
	 */
	public ReactiveOAuth2AuthorizedClientManager reactiveAuthorizedClientManager() {
		return this.manager.reactive();
	}

	/**
	 * The handler that blocking clients tell of a refused token.
	 * @return the handler
	 */
	public OAuth2AuthorizationFailureHandler authorizationFailureHandler() {
		return this.manager.failureHandler();
	}

	/**
	 * The handler that reactive clients tell of a refused token.
	 * @return the handler
	 */
	public ReactiveOAuth2AuthorizationFailureHandler reactiveAuthorizationFailureHandler() {
		return this.manager.reactiveFailureHandler();
	}

	/**
	 * What there is to know about the token. No request is made.
	 * @return the present status
	 */
	public TokenStatus tokenStatus() {
		return this.tokens.status();
	}

	/**
	 * End a running token request, and hand out no token any more. Callers get an
	 * exception, also those who wait.
	 */
	@Override
	public void close() {
		this.tokens.close();
	}

}
