package com.scalekit.spring.test.oauth2;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.scalekit.spring.test.server.ApiRequest;

/**
 * A request for a token, whose parameters are given once.
 */
public final class TokenRequest {

	private final Map<String, List<String>> form;

	private TokenRequest(Map<String, List<String>> form) {
		this.form = form;
	}

	static TokenRequest of(ApiRequest request) {
		Map<String, List<String>> form = form(request);
		if (form.values().stream().anyMatch((values) -> values.size() > 1)) {
			throw OAuth2Exception.badRequest("invalid_request", "A parameter is given more than once");
		}
		return new TokenRequest(form);
	}

	private static Map<String, List<String>> form(ApiRequest request) {
		try {
			return request.form();
		}
		catch (IllegalArgumentException ex) {
			throw OAuth2Exception.badRequest("invalid_request", "The body is no form");
		}
	}

	/**
	 * Return a parameter.
	 * @param name the name of the parameter
	 * @return the value, if there is one that is not empty
	 */
	public Optional<String> find(String name) {
		return Optional.ofNullable(this.form.get(name))
			.map((values) -> values.get(0))
			.filter((value) -> !value.isEmpty());
	}

	/**
	 * Return a parameter that must be there.
	 * @param name the name of the parameter
	 * @return the value
	 * @throws OAuth2Exception if there is no such parameter
	 */
	public String require(String name) {
		return find(name).orElseThrow(
				() -> OAuth2Exception.badRequest("invalid_request", "The parameter %s is missing".formatted(name)));
	}

	/**
	 * Return the scopes that the client asks for, of those that it may have.
	 * @param allowed the scopes that it may have
	 * @return the scopes, all that it may have if it asks for none
	 * @throws OAuth2Exception if it asks for more
	 */
	public List<String> scopes(List<String> allowed) {
		List<String> scopes = find("scope").map((scope) -> Arrays.asList(scope.split(" "))).orElse(allowed);
		if (!allowed.containsAll(scopes)) {
			throw OAuth2Exception.badRequest("invalid_scope", "The client may not have that scope");
		}
		return scopes;
	}

}
