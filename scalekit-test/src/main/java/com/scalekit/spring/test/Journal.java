package com.scalekit.spring.test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.api.ApiOperation;
import com.scalekit.spring.test.oauth2.BearerTokenCheck;
import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Handler;
import com.scalekit.spring.test.server.Operation;
import com.scalekit.spring.test.server.Redaction;
import com.scalekit.spring.test.server.Router;

/**
 * Remembers the latest requests. What might be secret is left out: there is nothing but
 * the operation of requests that the REST API does not know, and what logins ask for.
 */
final class Journal implements Handler {

	static final int MAX_REQUESTS = 10_000;

	private static final int MAX_BODY_LENGTH = 8192;

	private static final Pattern ORGANIZATION = Pattern.compile("organizations(:external)?/\\{");

	private static final Set<String> CREDENTIALS = Set.of("Authorization", "Cookie", "Proxy-Authorization");

	private static final String LOGIN = "GET /oauth/authorize";

	private static final Set<String> LOGIN_PARAMETERS = Set.of("client_id", "redirect_uri", "response_type", "scope",
			"organization_id", "connection_id", "domain", "domain_hint", "login_hint", "provider", "prompt");

	private final EnvironmentState state;

	private final Router router;

	private final Handler next;

	private final Redaction redaction = new Redaction();

	private final Deque<Entry> entries = new ArrayDeque<>();

	Journal(EnvironmentState state, Router router, Handler next) {
		this.state = state;
		this.router = router;
		this.next = next;
	}

	@Override
	public ApiResponse handle(ApiRequest request) {
		Instant time = this.state.now();
		ApiResponse response = this.next.handle(request);
		int status = (response.isDelivered()) ? response.status() : 0;
		Operation operation = this.router.operation(request);
		add(new Entry(operation, (operation != null && isPartOfRestApi(operation))
				? describe(operation, request, status, time) : nameOnly(operation, request, status, time)));
		return response;
	}

	private ReceivedRequest describe(Operation operation, ApiRequest request, int status, Instant time) {
		try {
			return new ReceivedRequest(operation.toString(), organization(operation, request),
					parameters(operation, request), headers(request), body(operation, request), status, time);
		}
		catch (ApiException ex) {
			return nameOnly(operation, request, status, time);
		}
	}

	private static ReceivedRequest nameOnly(@Nullable Operation operation, ApiRequest request, int status,
			Instant time) {
		String name = (operation != null) ? operation.toString() : request.method() + " " + request.path();
		return new ReceivedRequest(name, null, (name.equals(LOGIN)) ? loginParameters(request) : Map.of(),
				headers(request), "", status, time);
	}

	private static Map<String, List<String>> loginParameters(ApiRequest request) {
		try {
			Map<String, List<String>> parameters = new LinkedHashMap<>(request.parameters());
			parameters.keySet().retainAll(LOGIN_PARAMETERS);
			return parameters;
		}
		catch (ApiException ex) {
			return Map.of();
		}
	}

	private static Map<String, String> headers(ApiRequest request) {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.putAll(request.headers());
		CREDENTIALS.forEach(headers::remove);
		return Collections.unmodifiableMap(headers);
	}

	private static boolean isPartOfRestApi(Operation operation) {
		return operation.path().toString().startsWith(BearerTokenCheck.PROTECTED_PATHS);
	}

	/**
	 * The id or external id of the organization that the path names, which is always the
	 * first of its variables.
	 */
	private static @Nullable String organization(Operation operation, ApiRequest request) {
		return (ORGANIZATION.matcher(operation.path().toString()).find())
				? operation.pathVariables(request).values().iterator().next() : null;
	}

	private Map<String, List<String>> parameters(Operation operation, ApiRequest request) {
		ApiOperation definition = operation.definition();
		return (definition != null) ? this.redaction.parameters(definition, request.parameters())
				: request.parameters();
	}

	private String body(Operation operation, ApiRequest request) {
		ApiOperation definition = operation.definition();
		String body = (definition != null) ? this.redaction.body(definition, request.body())
				: new String(request.body(), StandardCharsets.UTF_8);
		return (body.length() > MAX_BODY_LENGTH) ? body.substring(0, MAX_BODY_LENGTH) : body;
	}

	private synchronized void add(Entry entry) {
		if (this.entries.size() == MAX_REQUESTS) {
			this.entries.removeFirst();
		}
		this.entries.addLast(entry);
	}

	synchronized void clear() {
		this.entries.clear();
	}

	synchronized List<ReceivedRequest> requests() {
		return this.entries.stream().map(Entry::request).toList();
	}

	synchronized List<ReceivedRequest> requests(Operation operation) {
		return this.entries.stream()
			.filter((entry) -> entry.operation() != null && operation.covers(entry.operation()))
			.map(Entry::request)
			.toList();
	}

	private record Entry(@Nullable Operation operation, ReceivedRequest request) {
	}

}
