package com.scalekit.spring.test.oauth2;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Router;

/**
 * Issues access tokens to the client of the environment. The credentials are expected in
 * the form, the only way that is documented.
 */
public final class TokenEndpoint implements ApiGroup {

	private static final String FORM = "application/x-www-form-urlencoded";

	private final String clientId;

	private final String clientSecret;

	private final Tokens tokens;

	/**
	 * Create a token endpoint.
	 * @param clientId the id of the client
	 * @param clientSecret the secret of the client
	 * @param state the state of the environment
	 */
	public TokenEndpoint(String clientId, String clientSecret, EnvironmentState state) {
		this.clientId = clientId;
		this.clientSecret = clientSecret;
		this.tokens = new Tokens(state);
	}

	@Override
	public void register(Router router) {
		router.post("/oauth/token", this::issue);
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

	private ApiResponse issue(ApiRequest request) {
		if (this.tokens.isEndpointDown()) {
			return ApiResponse.empty(503);
		}
		if (!isForm(request.header("Content-Type"))) {
			return error(400, "invalid_request", "The content type must be " + FORM);
		}
		Map<String, List<String>> form = request.form();
		if (form.values().stream().anyMatch((values) -> values.size() > 1)) {
			return error(400, "invalid_request", "A parameter is given more than once");
		}
		if (!"client_credentials".equals(value(form, "grant_type"))) {
			return error(400, "unsupported_grant_type", "The grant type must be client_credentials");
		}
		if (!matches(this.clientId, value(form, "client_id"))
				|| !matches(this.clientSecret, value(form, "client_secret"))) {
			return error(401, "invalid_client", "The client is unknown or its secret is wrong");
		}
		return success(this.tokens.issue(), value(form, "scope"));
	}

	private static boolean isForm(@Nullable String contentType) {
		return contentType != null && contentType.split(";")[0].strip().toLowerCase(Locale.ROOT).equals(FORM);
	}

	private static @Nullable String value(Map<String, List<String>> form, String name) {
		List<String> values = form.get(name);
		return (values != null) ? values.get(0) : null;
	}

	private static boolean matches(String expected, @Nullable String actual) {
		return actual != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
				actual.getBytes(StandardCharsets.UTF_8));
	}

	private static ApiResponse success(Tokens.AccessToken token, @Nullable String scope) {
		return response(200, new Success(token.value(), "Bearer", token.lifetime().toSeconds(), scope));
	}

	private static ApiResponse error(int status, String error, String description) {
		return response(status, new Failure(error, description));
	}

	private static ApiResponse response(int status, Object body) {
		return ApiResponse.json(status, body).uncacheable();
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	private record Success(String accessToken, String tokenType, long expiresIn, @Nullable String scope) {
	}

	private record Failure(String error, String errorDescription) {
	}

}
