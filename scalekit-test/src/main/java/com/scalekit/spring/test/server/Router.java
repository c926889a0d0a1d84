package com.scalekit.spring.test.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Hands a request to the operation that its method and path name. When several paths fit,
 * the one registered first wins.
 */
public final class Router implements Handler {

	private final EnvironmentState state;

	private final List<Route> routes = new ArrayList<>();

	/**
	 * Create a router.
	 * @param state the state of the environment
	 * @param groups the groups that register their operations
	 */
	public Router(EnvironmentState state, List<ApiGroup> groups) {
		this.state = state;
		groups.forEach((group) -> group.register(this));
	}

	/**
	 * Add a GET operation.
	 * @param path the path, with variables in braces
	 * @param handler what answers the requests
	 */
	public void get(String path, Handler handler) {
		add("GET", path, handler);
	}

	/**
	 * Add a POST operation.
	 * @param path the path, with variables in braces
	 * @param handler what answers the requests
	 */
	public void post(String path, Handler handler) {
		add("POST", path, handler);
	}

	/**
	 * Add a PUT operation.
	 * @param path the path, with variables in braces
	 * @param handler what answers the requests
	 */
	public void put(String path, Handler handler) {
		add("PUT", path, handler);
	}

	/**
	 * Add a PATCH operation.
	 * @param path the path, with variables in braces
	 * @param handler what answers the requests
	 */
	public void patch(String path, Handler handler) {
		add("PATCH", path, handler);
	}

	/**
	 * Add a DELETE operation.
	 * @param path the path, with variables in braces
	 * @param handler what answers the requests
	 */
	public void delete(String path, Handler handler) {
		add("DELETE", path, handler);
	}

	private void add(String method, String path, Handler handler) {
		this.routes.add(new Route(new Operation(method, path), handler));
	}

	@Override
	public ApiResponse handle(ApiRequest request) {
		Route route = route(request);
		if (route == null) {
			throw (isKnown(request.path())) ? ApiException.methodNotAllowed() : ApiException.routeNotFound();
		}
		synchronized (this.state) {
			return route.handler().handle(request.withPathVariables(route.operation().pathVariables(request)));
		}
	}

	private @Nullable Route route(ApiRequest request) {
		for (Route route : this.routes) {
			if (route.operation().matches(request)) {
				return route;
			}
		}
		return null;
	}

	private boolean isKnown(String path) {
		return this.routes.stream().anyMatch((route) -> route.operation().matchesPath(path));
	}

	/**
	 * Return the operation that a request is for.
	 * @param request the request
	 * @return the operation, or {@code null} if there is none
	 */
	public @Nullable Operation operation(ApiRequest request) {
		Route route = route(request);
		return (route != null) ? route.operation() : null;
	}

	/**
	 * Parse what requests a test is about: all those for an operation, or those for one
	 * of its paths. Requests that are not for this router are refused, as a test that
	 * waits for them would prove nothing.
	 * @param text a method and a path
	 * @return the requests
	 * @throws IllegalArgumentException if there is no such operation
	 */
	public Operation parse(String text) {
		Operation requests = Operation.of(text);
		return require(requests, (operation) -> operation.covers(requests));
	}

	/**
	 * Parse an operation, whatever the names of its variables.
	 * @param text a method and a path
	 * @return the operation
	 * @throws IllegalArgumentException if there is no such operation
	 */
	public Operation parseOperation(String text) {
		Operation requests = Operation.of(text);
		return require(requests, requests::covers);
	}

	private Operation require(Operation requests, Predicate<Operation> condition) {
		List<Operation> operations = this.routes.stream().map(Route::operation).toList();
		if (operations.stream().noneMatch(condition)) {
			throw new IllegalArgumentException("Unknown operation '%s'. Known are: %s".formatted(requests,
					operations.stream().map(Operation::toString).collect(Collectors.joining(", "))));
		}
		return requests;
	}

	private record Route(Operation operation, Handler handler) {
	}

}
