package com.scalekit.spring.test.oauth2;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.apiclients.ApiClients;
import com.scalekit.spring.test.apiclients.StoredApiClient;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Router;

/**
 * Issues tokens to clients. The client of the environment gets those that the REST API is
 * called with, and those of users who have signed in; clients of organizations get those
 * that the application under test is called with.
 */
public final class TokenEndpoint implements ApiGroup {

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final String CLIENT_CREDENTIALS = "client_credentials";

	private static final Duration MACHINE_TOKEN_LIFETIME = Duration.ofSeconds(86_399);

	private final String clientId;

	private final String clientSecret;

	private final Tokens tokens;

	private final AccessTokens accessTokens;

	private final ApiClients clients;

	private final Map<String, Grant> grants = new HashMap<>();

	/**
	 * Create a token endpoint.
	 * @param clientId the id of the client
	 * @param clientSecret the secret of the client
	 * @param state the state of the environment
	 * @param accessTokens the tokens of clients of organizations
	 * @param clients the clients of organizations
	 */
	public TokenEndpoint(String clientId, String clientSecret, EnvironmentState state, AccessTokens accessTokens,
			ApiClients clients) {
		this.clientId = clientId;
		this.clientSecret = clientSecret;
		this.tokens = new Tokens(state);
		this.accessTokens = accessTokens;
		this.clients = clients;
		grant(CLIENT_CREDENTIALS, this::issueToClient);
	}

	/**
	 * Issue tokens in a further way.
	 * @param type the value of {@code grant_type}
	 * @param grant what issues the tokens
	 */
	public void grant(String type, Grant grant) {
		this.grants.put(type, grant);
	}

	@Override
	public void register(Router router) {
		router.post("/oauth/token", this::handle);
	}

	@Override
	public void reset() {
		this.tokens.reset();
	}

	/**
	 * Return the access tokens that were issued.
	 * @return the access tokens
	 */
	public Tokens tokens() {
		return this.tokens;
	}

	private ApiResponse handle(ApiRequest request) {
		if (this.tokens.isEndpointDown()) {
			return ApiResponse.empty(503);
		}
		try {
			return ApiResponse.ok(issue(request)).uncacheable();
		}
		catch (OAuth2Exception ex) {
			return ex.response();
		}
	}

	private TokenResponse issue(ApiRequest request) {
		if (!isForm(request.header("Content-Type"))) {
			throw OAuth2Exception.badRequest("invalid_request", "The content type must be " + FORM);
		}
		TokenRequest form = TokenRequest.of(request);
		String type = form.find("grant_type").orElse("");
		Grant grant = this.grants.get(type);
		if (grant == null) {
			throw OAuth2Exception.badRequest("unsupported_grant_type", "The grant type must be one of "
					+ String.join(", ", this.grants.keySet().stream().sorted().toList()));
		}
		ClientCredentials credentials = ClientCredentials.of(request, form);
		if (matches(this.clientId, credentials.id()) && matches(this.clientSecret, credentials.secret())) {
			return grant.issue(form);
		}
		if (type.equals(CLIENT_CREDENTIALS) && this.clients.hasSecret(credentials.id(), credentials.secret())) {
			return issueToMachine(form, this.clients.get(credentials.id()));
		}
		throw OAuth2Exception.invalidClient();
	}

	private static boolean isForm(@Nullable String contentType) {
		return contentType != null && contentType.split(";")[0].strip().toLowerCase(Locale.ROOT).equals(FORM);
	}

	private static boolean matches(String expected, String actual) {
		return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
				actual.getBytes(StandardCharsets.UTF_8));
	}

	private TokenResponse issueToClient(TokenRequest request) {
		Tokens.AccessToken token = this.tokens.issue();
		return TokenResponse.of(token.value(), token.lifetime(), request.find("scope").orElse(null));
	}

	private TokenResponse issueToMachine(TokenRequest request, StoredApiClient client) {
		List<String> scopes = request.scopes(client.scopes());
		Duration lifetime = (client.expiry() > 0) ? Duration.ofSeconds(client.expiry()) : MACHINE_TOKEN_LIFETIME;
		String token = this.accessTokens.machine(client.clientId()).claim("scopes", scopes).expiresIn(lifetime).sign();
		return TokenResponse.of(token, lifetime, (!scopes.isEmpty()) ? String.join(" ", scopes) : null);
	}

}
