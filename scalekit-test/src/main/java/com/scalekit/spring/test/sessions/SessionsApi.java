package com.scalekit.spring.test.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.ApiGroup;
import com.scalekit.spring.test.server.ApiPrinter;
import com.scalekit.spring.test.server.ApiRequest;
import com.scalekit.spring.test.server.ApiResponse;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.PageRequest;
import com.scalekit.spring.test.server.Router;

/**
 * The operations on sessions.
 */
public final class SessionsApi implements ApiGroup {

	private final EnvironmentState state;

	private final Sessions sessions;

	/**
	 * Create the group.
	 * @param state the state of the environment
	 */
	public SessionsApi(EnvironmentState state) {
		this.state = state;
		this.sessions = new Sessions(state);
	}

	/**
	 * Return the sessions.
	 * @return the sessions
	 */
	public Sessions sessions() {
		return this.sessions;
	}

	@Override
	public void register(Router router) {
		router.handle("GetSession", (request) -> ApiResponse.ok(print(this.sessions.require(id(request)))));
		router.handle("GetUserSessions", this::list);
		router.handle("RevokeSession", this::revoke);
		router.handle("RevokeAllUserSessions", this::revokeAll);
	}

	@Override
	public void reset() {
		this.sessions.clear();
	}

	/**
	 * Which time of a session has to be in the period is not documented: it is the one
	 * when it began.
	 */
	private ApiResponse list(ApiRequest request) {
		List<String> statuses = request.parameters("filter.status");
		Instant start = request.time("filter.start_time").orElse(Instant.MIN);
		Instant end = request.time("filter.end_time").orElse(Instant.MAX);
		Instant now = this.state.now();
		Predicate<StoredSession> condition = (
				session) -> (statuses.isEmpty() || statuses.contains(session.at(now).status()))
						&& !session.createdAt().isBefore(start) && !session.createdAt().isAfter(end);
		return ApiResponse.ok(this.sessions.byUser()
			.list(userId(request), PageRequest.of(request), condition)
			.map((session) -> print(session.at(now)))
			.toBody("sessions"));
	}

	/**
	 * Only active sessions can be revoked. Whether revoking one again fails is not
	 * documented.
	 */
	private ApiResponse revoke(ApiRequest request) {
		StoredSession session = this.sessions.require(id(request));
		if (session.isActive()) {
			session = this.sessions.revoke(session.sessionId());
		}
		else if (!session.status().equals("revoked")) {
			throw ApiException.failedPrecondition("session is not active");
		}
		return ApiResponse.ok(Map.of("revoked_session", printRevoked(session)));
	}

	private ApiResponse revokeAll(ApiRequest request) {
		List<ObjectNode> revoked = this.sessions.all(userId(request))
			.stream()
			.filter(StoredSession::isActive)
			.map((session) -> printRevoked(this.sessions.revoke(session.sessionId())))
			.toList();
		return ApiResponse.ok(Map.of("revoked_sessions", revoked, "total_revoked", revoked.size()));
	}

	private String userId(ApiRequest request) {
		String userId = request.pathVariable("user_id");
		this.state.require("user", userId);
		return userId;
	}

	private static String id(ApiRequest request) {
		return request.pathVariable("session_id");
	}

	private static ObjectNode print(StoredSession session) {
		return ApiPrinter.print("SessionDetails", session);
	}

	private static ObjectNode printRevoked(StoredSession session) {
		return ApiPrinter.print("RevokedSessionDetails", session);
	}

}
