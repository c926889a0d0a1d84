package com.scalekit.spring.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
		this.routes.add(new Route(method, new PathTemplate(path), handler));
	}

	@Override
	public ApiResponse handle(ApiRequest request) {
		boolean pathKnown = false;
		for (Route route : this.routes) {
			Map<String, String> variables = route.variables(request);
			if (variables != null && route.method().equals(request.method())) {
				return route.handler().handle(request.withPathVariables(variables));
			}
			pathKnown = pathKnown || variables != null;
		}
		throw (pathKnown) ? ApiException.methodNotAllowed() : ApiException.routeNotFound();
	}

	private record Route(String method, PathTemplate path, Handler handler) {

		@Nullable Map<String, String> variables(ApiRequest request) {
			return this.path.match(request.path());
		}

	}

}
