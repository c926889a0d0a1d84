package com.scalekit.spring.test.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;

import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.Store;

/**
 * The sessions of the users of a {@code ScalekitServer}. A session lasts for 7 days, or a
 * day after the user was last active.
 */
public final class Sessions {

	private static final Duration LIFETIME = Duration.ofDays(7);

	private static final Duration IDLE_TIMEOUT = Duration.ofDays(1);

	private final EnvironmentState state;

	private final Store<StoredSession> store;

	private final Store<StoredSession>.Index user;

	Sessions(EnvironmentState state) {
		this.state = state;
		this.store = new Store<>(state, "session", StoredSession::sessionId);
		this.user = this.store.index(StoredSession::userId);
		Store<StoredSession>.Index organization = this.store.index(StoredSession::organizationId);
		state.onDelete("user", this.user::deleteAll);
		state.onDelete("organization", organization::deleteAll);
	}

	/**
	 * Begin a session, as if a user signed in. <pre class="code">
	 * String id = server.sessions().add(userId, organizationId);
	 * </pre>
	 * @param userId the id of the user
	 * @param organizationId the id of the organization that the user signs in to
	 * @return the id of the session
	 * @throws IllegalArgumentException if there is no such user or organization
	 */
	public String add(String userId, String organizationId) {
		synchronized (this.state) {
			try {
				this.state.require("user", userId);
				this.state.require("organization", organizationId);
			}
			catch (ApiException ex) {
				throw new IllegalArgumentException(ex.getMessage(), ex);
			}
			Instant now = this.state.timestamp();
			StoredSession session = new StoredSession(this.state.nextId("ses_"), userId, organizationId, "active", now,
					now, now, now.plus(IDLE_TIMEOUT), now.plus(LIFETIME), null, null);
			this.store.add(session);
			publish("user.login", session);
			return session.sessionId();
		}
	}

	/**
	 * End a session, as if the user signed out.
	 * @param id the id of the session
	 * @throws NoSuchElementException if there is no such session
	 */
	public void signOut(String id) {
		synchronized (this.state) {
			get(id);
			end(id, "logout", "logout_at");
		}
	}

	/**
	 * Return the sessions of a user as they are now.
	 * @param userId the id of the user
	 * @return the sessions, in the order in which they began
	 */
	public List<StoredSession> all(String userId) {
		return this.user.all(userId).stream().map((session) -> session.at(this.state.now())).toList();
	}

	/**
	 * Return a session as it is now.
	 * @param id the id of the session
	 * @return the session
	 * @throws NoSuchElementException if there is no such session
	 */
	public StoredSession get(String id) {
		return this.store.find(id)
			.orElseThrow(() -> new NoSuchElementException("There is no session '%s'".formatted(id)))
			.at(this.state.now());
	}

	StoredSession require(String id) {
		return this.store.get(id).at(this.state.now());
	}

	Store<StoredSession>.Index byUser() {
		return this.user;
	}

	StoredSession revoke(String id) {
		return end(id, "revoked", "expired_at");
	}

	private StoredSession end(String id, String status, String time) {
		Instant now = this.state.timestamp();
		StoredSession ended = this.store.update(id,
				(session) -> Json.with(session, Map.of("status", status, time, now, "updated_at", now)));
		publish("user.logout", ended);
		return ended;
	}

	/**
	 * Unlike the API, events have the status in upper case.
	 */
	private void publish(String type, StoredSession session) {
		this.state.publish(type, session.organizationId(), () -> {
			ObjectNode userSession = Json
				.select(session, "session_id", "user_id", "organization_id", "created_at", "updated_at",
						"last_active_at", "absolute_expires_at", "idle_expires_at", "expired_at", "logout_at")
				.put("status", session.status().toUpperCase(Locale.ROOT));
			userSession.putArray("authenticated_organizations").add(session.organizationId());
			return Map.of("user", this.state.describe("user", session.userId()), "user_session", userSession);
		});
	}

	void clear() {
		this.store.clear();
	}

}
