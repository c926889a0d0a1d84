package com.scalekit.spring.test.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.api.ApiOperation;
import com.scalekit.spring.test.api.ApiTable;

/**
 * Hands a request to the operation that its method and path name, after it was validated
 * against the table of the API. When several paths fit, a literal wins over a variable.
 * Operations of the table that nobody handles are answered with {@code 501}.
 */
public final class Router implements Handler {

	private static final int SUGGESTIONS = 5;

	private final EnvironmentState state;

	private final ApiTable table = ApiTable.load();

	private final RequestRules rules = new RequestRules(this.table);

	private final List<Route> routes = new ArrayList<>();

	private final Set<Route> withoutLock = new HashSet<>();

	/**
	 * Create a router.
	 * @param state the state of the environment
	 * @param groups the groups that register their operations
	 */
	public Router(EnvironmentState state, List<ApiGroup> groups) {
		this.state = state;
		groups.forEach((group) -> group.register(this));
		this.table.operations()
			.stream()
			.filter((operation) -> !isHandled(operation))
			.forEach((operation) -> add(new Operation(operation), (request) -> {
				throw ApiException.notSimulated(operation);
			}));
		this.routes.sort(Comparator.comparing((route) -> route.operation().path()));
	}

	/**
	 * Handle an operation of the table. Requests that break its rules do not arrive.
	 * @param id the id of the operation
	 * @param handler what answers the requests
	 * @throws IllegalArgumentException if there is no such operation, or it is handled
	 * already
	 */
	public void handle(String id, Handler handler) {
		ApiOperation operation = this.table.operation(id);
		if (isHandled(operation)) {
			throw new IllegalArgumentException("'%s' is handled already".formatted(id));
		}
		add(new Operation(operation), (request) -> handler.handle(this.rules.verify(operation, request)));
	}

	/**
	 * Handle an operation of the table that takes long. The lock is not held meanwhile,
	 * so that other requests are answered.
	 * @param id the id of the operation
	 * @param handler what answers the requests, and takes the lock where it needs it
	 * @throws IllegalArgumentException if there is no such operation, or it is handled
	 * already
	 */
	public void handleWithoutLock(String id, Handler handler) {
		handle(id, handler);
		this.withoutLock.add(this.routes.get(this.routes.size() - 1));
	}

	/**
	 * Add a GET operation that is no part of the table.
	 * @param path the path, with variables in braces
	 * @param handler what answers the requests
	 */
	public void get(String path, Handler handler) {
		add(new Operation("GET", path), handler);
	}

	/**
	 * Add a POST operation that is no part of the table.
	 * @param path the path, with variables in braces
	 * @param handler what answers the requests
	 */
	public void post(String path, Handler handler) {
		add(new Operation("POST", path), handler);
	}

	private void add(Operation operation, Handler handler) {
		this.routes.add(new Route(operation, handler));
	}

	private boolean isHandled(ApiOperation operation) {
		return this.routes.stream().anyMatch((route) -> operation.equals(route.operation().definition()));
	}

	@Override
	public ApiResponse handle(ApiRequest request) {
		Route route = route(request);
		if (route == null) {
			throw (isKnown(request.path())) ? ApiException.methodNotAllowed() : ApiException.routeNotFound();
		}
		ApiRequest withVariables = request.withPathVariables(route.operation().pathVariables(request));
		if (this.withoutLock.contains(route)) {
			return route.handler().handle(withVariables);
		}
		synchronized (this.state) {
			return route.handler().handle(withVariables);
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
		return this.routes.stream().anyMatch((route) -> route.operation().path().matches(path));
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
		if (this.routes.stream().map(Route::operation).noneMatch(condition)) {
			throw new IllegalArgumentException("Unknown operation '%s'. Known are, among others: %s".formatted(requests,
					closest(requests.path().toString())));
		}
		return requests;
	}

	private String closest(String path) {
		return this.routes.stream()
			.map(Route::operation)
			.sorted(Comparator.comparingInt((Operation operation) -> commonLength(operation.path().toString(), path))
				.reversed())
			.limit(SUGGESTIONS)
			.map(Operation::toString)
			.collect(Collectors.joining(", "));
	}

	private static int commonLength(String left, String right) {
		int length = 0;
		while (length < Math.min(left.length(), right.length()) && left.charAt(length) == right.charAt(length)) {
			length++;
		}
		return length;
	}

	private record Route(Operation operation, Handler handler) {
	}

}
