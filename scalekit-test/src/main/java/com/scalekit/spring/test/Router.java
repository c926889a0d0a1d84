package com.scalekit.spring.test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Hands a request to the operation that its method and path name. When several paths fit,
 * the one registered first wins.
 */
final class Router implements Handler {

	private final List<Route> routes = new ArrayList<>();

	Router(ApiGroup... groups) {
		for (ApiGroup group : groups) {
			group.register(this);
		}
	}

	void get(String path, Handler handler) {
		add("GET", path, handler);
	}

	void post(String path, Handler handler) {
		add("POST", path, handler);
	}

	void put(String path, Handler handler) {
		add("PUT", path, handler);
	}

	void patch(String path, Handler handler) {
		add("PATCH", path, handler);
	}

	void delete(String path, Handler handler) {
		add("DELETE", path, handler);
	}

	private void add(String method, String path, Handler handler) {
		this.routes.add(new Route(new Operation(method, new PathTemplate(path)), handler));
	}

	@Override
	public ApiResponse handle(ApiRequest request) {
		Route route = route(request);
		if (route == null) {
			throw (isKnown(request.path())) ? ApiException.methodNotAllowed() : ApiException.routeNotFound();
		}
		return route.handler().handle(request.withPathVariables(route.operation().pathVariables(request)));
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
		return this.routes.stream().anyMatch((route) -> route.operation().path().matches(path));
	}

	@Nullable Operation operation(ApiRequest request) {
		Route route = route(request);
		return (route != null) ? route.operation() : null;
	}

	/**
	 * Parse what requests a test is about: all those for an operation, or those for one
	 * of its paths. Requests that are not for this router are refused, as a test that
	 * waits for them would prove nothing.
	 */
	Operation parse(String text) {
		Operation requests = Operation.of(text);
		return require(requests, (operation) -> operation.covers(requests));
	}

	/**
	 * Parse an operation, whatever the names of its variables.
	 */
	Operation parseOperation(String text) {
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
