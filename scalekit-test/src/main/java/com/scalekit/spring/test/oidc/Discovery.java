package com.scalekit.spring.test.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;

/**
 * Tells where everything is.
 */
final class Discovery {

	private final Supplier<String> url;

	Discovery(Supplier<String> url) {
		this.url = url;
	}

	ApiResponse describe(ApiRequest request) {
		String url = this.url.get();
		Map<String, Object> metadata = new LinkedHashMap<>();
		metadata.put("issuer", url);
		metadata.put("authorization_endpoint", url + OpenIdProvider.AUTHORIZE);
		metadata.put("token_endpoint", url + "/oauth/token");
		metadata.put("userinfo_endpoint", url + OpenIdProvider.USER_INFO);
		metadata.put("jwks_uri", url + "/keys");
		metadata.put("end_session_endpoint", url + OpenIdProvider.LOGOUT);
		metadata.put("scopes_supported", AuthorizationRequest.SCOPES);
		metadata.put("response_types_supported", List.of("code"));
		metadata.put("response_modes_supported", List.of("query"));
		metadata.put("grant_types_supported", List.of("authorization_code", "refresh_token", "client_credentials"));
		metadata.put("prompt_values_supported", AuthorizationRequest.PROMPTS);
		metadata.put("subject_types_supported", List.of("public"));
		metadata.put("id_token_signing_alg_values_supported", List.of("RS256"));
		metadata.put("token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic"));
		metadata.put("code_challenge_methods_supported", List.of("S256"));
		return ApiResponse.ok(metadata);
	}

}
