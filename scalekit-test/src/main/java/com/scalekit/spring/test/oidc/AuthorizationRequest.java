package com.scalekit.spring.test.oidc;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.HtmlPage;

/**
 * The request of an application to let a user sign in.
 *
 * @param parameters the parameters
 * @param redirectUri where the browser gets back to, which is allowed
 */
record AuthorizationRequest(Parameters parameters, String redirectUri) {

	static final List<String> SCOPES = List.of("openid", "profile", "email", "address", "phone", "offline_access");

	static final List<String> PROMPTS = List.of("none", "login", "select_account", "create");

	static final Set<String> PROVIDERS = Set.of("google", "microsoft", "github", "gitlab", "linkedin", "salesforce");

	private static final Pattern CODE_CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

	/**
	 * Parse a request. If it is unknown who asks, the browser must not be sent anywhere.
	 */
	static AuthorizationRequest parse(ApiRequest request, String clientId, Redirects redirects) {
		Parameters parameters = Parameters.ofQuery(request);
		if (parameters.find("client_id").filter(clientId::equals).isEmpty()) {
			throw RefusedException.page("The application is unknown: its client_id is not that of this environment.");
		}
		String redirectUri = parameters.find("redirect_uri")
			.filter(redirects::isAllowed)
			.orElseThrow(() -> RefusedException.page("The redirect_uri is missing or not registered."));
		AuthorizationRequest parsed = new AuthorizationRequest(parameters, redirectUri);
		parsed.validate();
		return parsed;
	}

	private void validate() {
		if (this.parameters.isAmbiguous()) {
			throw error("invalid_request", "A parameter is given more than once");
		}
		String responseType = find("response_type")
			.orElseThrow(() -> error("invalid_request", "The parameter response_type is missing"));
		if (!responseType.equals("code")) {
			throw error("unsupported_response_type", "The response type must be code");
		}
		if (find("code_challenge").isPresent() || find("code_challenge_method").isPresent()) {
			if (!find("code_challenge_method").orElse("plain").equals("S256")) {
				throw error("invalid_request", "The code challenge method must be S256");
			}
			if (!CODE_CHALLENGE.matcher(find("code_challenge").orElse("")).matches()) {
				throw error("invalid_request", "The code challenge is malformed");
			}
		}
		if (!PROMPTS.containsAll(prompts()) || (hasPrompt("none") && prompts().size() > 1)) {
			throw error("invalid_request", "The prompt is unknown or contradicts itself");
		}
		if (find("provider").filter((provider) -> !PROVIDERS.contains(provider)).isPresent()) {
			throw error("invalid_request", "The provider is unknown");
		}
	}

	Optional<String> find(String name) {
		return this.parameters.find(name);
	}

	private List<String> prompts() {
		return find("prompt").map((prompt) -> Arrays.asList(prompt.split(" "))).orElse(List.of());
	}

	boolean hasPrompt(String prompt) {
		return prompts().contains(prompt);
	}

	/**
	 * Return whether a person has to do something, even if somebody is signed in.
	 */
	boolean asksForPerson() {
		return hasPrompt("login") || hasPrompt("select_account") || hasPrompt("create");
	}

	/**
	 * Return the scopes that are known, as unknown ones are not granted.
	 */
	List<String> scopes() {
		return Arrays.stream(find("scope").orElse("openid profile email").split(" "))
			.filter(SCOPES::contains)
			.distinct()
			.toList();
	}

	@Nullable String nonce() {
		return find("nonce").orElse(null);
	}

	@Nullable String codeChallenge() {
		return find("code_challenge").orElse(null);
	}

	RefusedException error(String error, String description) {
		Map<String, String> answer = new LinkedHashMap<>();
		answer.put("error", error);
		answer.put("error_description", description);
		return new RefusedException(answer(answer));
	}

	ApiResponse success(String code) {
		Map<String, String> answer = new LinkedHashMap<>();
		answer.put("code", code);
		return answer(answer);
	}

	private ApiResponse answer(Map<String, String> answer) {
		find("state").ifPresent((state) -> answer.put("state", state));
		return HtmlPage.redirect(this.redirectUri + "?" + Parameters.toQuery(answer));
	}

}
