package com.scalekit.spring.test.oidc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.ApiRequest;

/**
 * The parameters that a browser sends, or is sent.
 *
 * @param values the values of each parameter
 */
record Parameters(Map<String, List<String>> values) {

	static Parameters ofQuery(ApiRequest request) {
		try {
			return new Parameters(request.parameters());
		}
		catch (ApiException ex) {
			throw RefusedException.page("The address is malformed.");
		}
	}

	static Parameters ofForm(ApiRequest request) {
		try {
			return new Parameters(request.form());
		}
		catch (IllegalArgumentException ex) {
			throw RefusedException.page("The form is malformed.");
		}
	}

	/**
	 * Return a parameter.
	 * @param name the name of the parameter
	 * @return the value, if there is exactly one that is not empty
	 */
	Optional<String> find(String name) {
		return Optional.ofNullable(this.values.get(name))
			.filter((values) -> values.size() == 1)
			.map((values) -> values.get(0))
			.filter((value) -> !value.isEmpty());
	}

	boolean isAmbiguous() {
		return this.values.values().stream().anyMatch((values) -> values.size() > 1);
	}

	String toQuery() {
		Map<String, String> first = new LinkedHashMap<>();
		this.values.forEach((name, values) -> first.put(name, values.get(0)));
		return toQuery(first);
	}

	static String toQuery(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.map((parameter) -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
			.collect(Collectors.joining("&"));
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
