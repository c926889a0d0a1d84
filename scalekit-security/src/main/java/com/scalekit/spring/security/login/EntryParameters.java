package com.scalekit.spring.security.login;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Parameters of the URL that starts a login. Anybody can send them, so only what is
 * expected passes.
 */
final class EntryParameters {

	private static final int MAX_LENGTH = 256;

	private static final int MAX_RELAY_STATE_LENGTH = 2048;

	private static final Pattern ERROR = Pattern.compile("[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]{1,64}");

	/** What may stand in a URL, unless it could make a browser leave the application. */
	private static final Pattern RELATIVE_PATH = Pattern
		.compile("(?![^?]*(?://|\\.\\.))/(?:[\\w.~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");

	private final ScalekitLogin login;

	private final IdpInitiatedLogins idpInitiatedLogins;

	EntryParameters(ScalekitLogin login) {
		this.login = login;
		this.idpInitiatedLogins = new IdpInitiatedLogins(login);
	}

	/**
	 * Whether reading the parameters may have to wait for the keys of the environment.
	 */
	static boolean mayBlock(MultiValueMap<String, String> parameters) {
		return parameters.containsKey(IdpInitiatedLogins.PARAMETER);
	}

	/**
	 * Read the parameters.
	 * @param parameters the decoded parameters of the request
	 * @return what they ask for
	 */
	Entry read(MultiValueMap<String, String> parameters) {
		if (parameters.containsKey(OAuth2ParameterNames.ERROR)) {
			return new Entry(Map.of(), null, error(parameters));
		}
		Map<String, String> routing = new LinkedHashMap<>();
		for (String name : this.login.forwardedParameters()) {
			String value = single(parameters, name);
			if (value != null && isAcceptable(value)) {
				routing.put(name, value);
			}
		}
		String token = single(parameters, IdpInitiatedLogins.PARAMETER);
		Map<String, String> claims = (token != null) ? this.idpInitiatedLogins.read(token) : Map.of();
		routing.putAll(claims);
		String relayState = routing.remove(IdpInitiatedLogins.RELAY_STATE);
		routing.putAll(this.login.fixedParameters());
		if (routing.containsKey("domain")) {
			routing.put("domain_hint", routing.get("domain"));
		}
		return new Entry(routing, isRelativePath(relayState) ? relayState : null, null);
	}

	/**
	 * What is asked for when the application starts a login by itself.
	 */
	Entry none() {
		return new Entry(this.login.fixedParameters(), null, null);
	}

	static boolean isAcceptable(String value) {
		return StringUtils.hasText(value) && value.length() <= MAX_LENGTH
				&& value.chars().noneMatch(Character::isISOControl);
	}

	private static boolean isRelativePath(@Nullable String relayState) {
		return relayState != null && relayState.length() <= MAX_RELAY_STATE_LENGTH
				&& RELATIVE_PATH.matcher(relayState).matches();
	}

	private static @Nullable String single(MultiValueMap<String, String> parameters, String name) {
		List<String> values = parameters.getOrDefault(name, List.of());
		return (values.size() == 1) ? values.get(0) : null;
	}

	private static Map<String, String> error(MultiValueMap<String, String> parameters) {
		Map<String, String> error = new LinkedHashMap<>();
		String code = parameters.getFirst(OAuth2ParameterNames.ERROR);
		error.put(OAuth2ParameterNames.ERROR, (code != null && ERROR.matcher(code).matches()) ? code : "server_error");
		String description = single(parameters, OAuth2ParameterNames.ERROR_DESCRIPTION);
		if (description != null && isAcceptable(description)) {
			error.put(OAuth2ParameterNames.ERROR_DESCRIPTION, description);
		}
		return error;
	}

	/**
	 * What the parameters ask for.
	 *
	 * @param routing the parameters to pass on
	 * @param relayState the path to go to after the login, if there is one
	 * @param error the parameters of an error with which the login ends, if there is one
	 */
	record Entry(Map<String, String> routing, @Nullable String relayState, @Nullable Map<String, String> error) {

		/**
		 * An error is answered in the way of a provider that refuses the login. So it
		 * reaches the failure handler of the login, which a new login would not.
		 */
		OAuth2AuthorizationRequest applyTo(OAuth2AuthorizationRequest request) {
			OAuth2AuthorizationRequest.Builder builder = OAuth2AuthorizationRequest.from(request);
			return ((this.error != null) ? builder.authorizationRequestUri(errorResponse(request, this.error))
					: builder.additionalParameters((parameters) -> parameters.putAll(this.routing)))
				.build();
		}

		private static String errorResponse(OAuth2AuthorizationRequest request, Map<String, String> error) {
			Map<String, Object> values = new LinkedHashMap<>(error);
			values.put(OAuth2ParameterNames.STATE, String.valueOf(request.getState()));
			UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(String.valueOf(request.getRedirectUri()));
			values.keySet().forEach((name) -> uri.queryParam(name, "{" + name + "}"));
			return uri.encode(StandardCharsets.UTF_8).buildAndExpand(values).toUriString();
		}

	}

}
