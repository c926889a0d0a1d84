package com.scalekit.spring.test;

import java.util.ArrayList;
import java.util.List;
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

	/**
	 * Parse an operation of a test. One that nobody can call is refused, as a test that
	 * waits for it would prove nothing.
	 */
	Operation operation(String text) {
		Operation operation = Operation.of(text);
		if (this.routes.stream().noneMatch((route) -> route.operation().covers(operation))) {
			throw new IllegalArgumentException("Unknown operation '%s'. Known are: %s".formatted(text,
					this.routes.stream()
						.map((route) -> route.operation().toString())
						.collect(Collectors.joining(", "))));
		}
		return operation;
	}

	private record Route(Operation operation, Handler handler) {
	}

}
