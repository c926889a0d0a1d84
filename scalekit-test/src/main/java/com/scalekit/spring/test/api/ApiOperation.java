package com.scalekit.spring.test.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/**
 * An operation of the API.
 *
 * @param id the name
 * @param group the group that it belongs to
 * @param method the HTTP method
 * @param path the path
 * @param parameters the variables of the path and the parameters of the query
 * @param request the body of the request, or {@code null} if there is none
 * @param status the status of success
 * @param response the body of the response
 * @param traits what else is known of it, with {@code ""} for traits without a value
 */
public record ApiOperation(String id, String group, String method, ApiPath path, List<ApiField> parameters,
		@Nullable ApiRequestBody request, int status, ApiObject response, Map<String, String> traits) {

	/**
	 * Return the variables of the path.
	 * @return the variables, in the order of the path
	 */
	public List<ApiField> pathVariables() {
		return this.path.variables().stream().map((name) -> parameter(name).orElseThrow()).toList();
	}

	/**
	 * Return the parameters of the query.
	 * @return the parameters
	 */
	public List<ApiField> queryParameters() {
		return this.parameters.stream()
			.filter((parameter) -> !this.path.variables().contains(parameter.name()))
			.toList();
	}

	/**
	 * Return a variable or a parameter.
	 * @param name the name
	 * @return the parameter, if there is one
	 */
	public Optional<ApiField> parameter(String name) {
		return this.parameters.stream().filter((parameter) -> parameter.name().equals(name)).findFirst();
	}

	/**
	 * Return whether there is a trait.
	 * @param trait the name of the trait, such as {@code machine}
	 * @return whether the operation has that trait
	 */
	public boolean is(String trait) {
		return this.traits.containsKey(trait);
	}

	/**
	 * Return the size of the largest page.
	 * @return the size, if this is a list in pages
	 */
	public OptionalInt pageSize() {
		String size = this.traits.get("page");
		return (size != null) ? OptionalInt.of(Integer.parseInt(size)) : OptionalInt.empty();
	}

	/**
	 * Return how long an answer may take, if that is longer than usual.
	 * @return the time
	 */
	public Optional<Duration> timeout() {
		return Optional.ofNullable(this.traits.get("timeout")).map((timeout) -> Duration.parse("PT" + timeout));
	}

	/**
	 * Return the operation that this one is another path of.
	 * @return the id of that operation, if there is one
	 */
	public Optional<String> alias() {
		return Optional.ofNullable(this.traits.get("alias"));
	}

	/**
	 * Return whether a request may be sent again when its outcome is not known.
	 * @return whether the verb or a trait says so
	 */
	public boolean isRepeatable() {
		return !is("non-idempotent") && (!this.method.equals("POST") || is("idempotent") || is("read"));
	}

	/**
	 * Return the operation as the API reference writes it.
	 * @return method and path
	 */
	public String reference() {
		return this.method + " " + this.path;
	}

}
