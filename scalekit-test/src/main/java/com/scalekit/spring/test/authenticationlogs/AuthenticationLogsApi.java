package com.scalekit.spring.test.authenticationlogs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiPrinter;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.Router;

/**
 * The operation on authentication logs.
 */
public final class AuthenticationLogsApi implements ApiGroup {

	private final AuthenticationLogs logs;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 */
	public AuthenticationLogsApi(EnvironmentState state) {
		this.logs = new AuthenticationLogs(state);
	}

	/**
	 * Return the logs.
	 * @return the logs
	 */
	public AuthenticationLogs logs() {
		return this.logs;
	}

	@Override
	public void register(Router router) {
		router.handle("ListAuthRequests",
				(request) -> ApiResponse.ok(this.logs.list(PageRequest.of(request), condition(request))
					.map(AuthenticationLogsApi::print)
					.toBody("authRequests")));
	}

	@Override
	public void reset() {
		this.logs.clear();
	}

	/**
	 * Whether the end of the period is a part of it is not documented.
	 */
	private static Predicate<StoredAuthenticationRequest> condition(ApiRequest request) {
		Instant start = request.time("start_time").orElse(Instant.MIN);
		Instant end = request.time("end_time").orElse(Instant.MAX);
		return isOneOf(request.parameters("status"), StoredAuthenticationRequest::status)
			.and(isOneOf(request.parameters("email"), StoredAuthenticationRequest::email))
			.and(isOneOf(request.parameters("resource_id"), StoredAuthenticationRequest::resourceId))
			.and(isOneOf(request.parameters("client_id"), StoredAuthenticationRequest::clientId))
			.and((entry) -> !entry.timestamp().isBefore(start) && !entry.timestamp().isAfter(end));
	}

	private static Predicate<StoredAuthenticationRequest> isOneOf(List<String> values,
			Function<StoredAuthenticationRequest, String> value) {
		return (entry) -> values.isEmpty() || values.stream().anyMatch(value.apply(entry)::equalsIgnoreCase);
	}

	private static ObjectNode print(StoredAuthenticationRequest entry) {
		return ApiPrinter.print("AuthLogRequest", entry,
				Map.of("connection_details", (entry.connectionId().isEmpty()) ? List.of() : List.of(entry)));
	}

}
