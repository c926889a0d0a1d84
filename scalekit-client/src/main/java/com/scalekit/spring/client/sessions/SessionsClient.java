package com.scalekit.spring.client.sessions;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.error.ScalekitTokenException;
import com.scalekit.spring.client.error.ScalekitTransportException;
import com.scalekit.spring.client.http.Idempotent;
import com.scalekit.spring.client.http.Paging;
import com.scalekit.spring.client.http.Query;

/**
 * The sessions of users. {@link ReactiveSessionsClient} is the reactive twin; use that
 * one on event-loop threads.
 * <p>
 * Every method may throw a {@link ScalekitApiException} if Scalekit answers with an
 * error, a {@link ScalekitTransportException} if there is no usable answer, and a
 * {@link ScalekitTokenException} if there is no access token. An identifier that cannot
 * be part of a path is refused with an {@link IllegalArgumentException}.
 */
@HttpExchange(url = "/api/v1")
public interface SessionsClient {

	/**
	 * Return a session. {@code GET /api/v1/sessions/{session_id}}
	 * @param id the identifier of the session, starting with {@code ses_}
	 * @return the session
	 * @throws ScalekitApiException.NotFound if there is no such session
	 */
	@GetExchange("/sessions/{id}")
	Session get(@PathVariable String id);

	/**
	 * Return the first page of a user's sessions, in the server's default size.
	 * {@code GET /api/v1/users/{user_id}/sessions}
	 * @param userId the identifier of the user, starting with {@code usr_}
	 * @return the page
	 */
	default SessionPage listByUser(String userId) {
		return listByUser(userId, SessionQuery.any(), null, null);
	}

	/**
	 * Return a page of a user's sessions. {@code GET /api/v1/users/{user_id}/sessions}
	 * @param userId the identifier of the user
	 * @param query which sessions to return
	 * @param pageSize how many sessions a page holds, or {@code null} for the server's
	 * default; Scalekit documents no limit
	 * @param pageToken the token of the page, or {@code null} for the first page
	 * @return the page
	 */
	@GetExchange("/users/{userId}/sessions")
	SessionPage listByUser(@PathVariable String userId, @Query SessionQuery query,
			@RequestParam(name = "page_size", required = false) @Nullable Integer pageSize,
			@RequestParam(name = "page_token", required = false) @Nullable String pageToken);

	/**
	 * Return all sessions of a user, past ones included. They are fetched page by page,
	 * as they are read. {@code GET /api/v1/users/{user_id}/sessions}
	 * @param userId the identifier of the user
	 * @return the sessions, to be read once and by one thread
	 */
	default Stream<Session> allByUser(String userId) {
		return allByUser(userId, SessionQuery.any());
	}

	/**
	 * Return all sessions of a user that match a query. They are fetched page by page, as
	 * they are read. {@code GET /api/v1/users/{user_id}/sessions}
	 * @param userId the identifier of the user
	 * @param query which sessions to return
	 * @return the sessions, to be read once and by one thread
	 */
	default Stream<Session> allByUser(String userId, SessionQuery query) {
		return Paging.stream("/api/v1/users/{user_id}/sessions",
				(pageToken) -> listByUser(userId, query, Paging.PAGE_SIZE, pageToken));
	}

	/**
	 * End a session. {@code POST /api/v1/sessions/{session_id}/revoke}
	 * @param id the identifier of the session
	 * @return the ended session
	 * @throws ScalekitApiException.NotFound if there is no such session
	 */
	@Idempotent
	@PostExchange("/sessions/{id}/revoke")
	RevokedSession revoke(@PathVariable String id);

	/**
	 * End all active sessions of a user. {@code POST
	 * /api/v1/users/{user_id}/sessions/revoke}
	 * @param userId the identifier of the user
	 * @return the ended sessions; after a retry, those are missing that an earlier
	 * attempt ended
	 * @throws ScalekitApiException.NotFound if there is no such user
	 */
	@Idempotent
	@PostExchange("/users/{userId}/sessions/revoke")
	RevokedSessions revokeAllOfUser(@PathVariable String userId);

}
