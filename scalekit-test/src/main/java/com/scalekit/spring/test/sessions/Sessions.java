package com.scalekit.spring.test.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

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

	private Consumer<StoredSession> endListener = (session) -> {
	};

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
		return add(userId, organizationId, (session) -> {
		});
	}

	/**
	 * Begin a session, as if a user signed in with some device. <pre class="code">
	 * server.sessions()
	 * 	.add(userId, organizationId, (session) -&gt; session.device("desktop", "macOS 15.1", "Firefox 140.0"));
	 * </pre>
	 * @param userId the id of the user
	 * @param organizationId the id of the organization that the user signs in to
	 * @param details sets the details
	 * @return the id of the session
	 * @throws IllegalArgumentException if there is no such user or organization
	 */
	public String add(String userId, String organizationId, Consumer<NewSession> details) {
		NewSession added = new NewSession();
		details.accept(added);
		synchronized (this.state) {
			try {
				this.state.require("user", userId);
				this.state.require("organization", organizationId);
			}
			catch (ApiException ex) {
				throw new IllegalArgumentException(ex.getMessage(), ex);
			}
			Instant now = this.state.timestamp();
			StoredSession session = new StoredSession(this.state.nextId("ses_"), userId, organizationId,
					List.of(organizationId), "active", now, now, now, now.plus(IDLE_TIMEOUT), now.plus(LIFETIME), null,
					null, added.toDevice());
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
	 * End a session, as if an administrator revoked it. <pre class="code">
	 * server.sessions().end(id);
	 * </pre> The next refresh of its tokens is refused.
	 * @param id the id of the session
	 * @throws NoSuchElementException if there is no such session
	 */
	public void end(String id) {
		synchronized (this.state) {
			get(id);
			revoke(id);
		}
	}

	/**
	 * Let the user of a session be active now.
	 * @param id the id of the session
	 * @throws NoSuchElementException if there is no such session
	 */
	public void touch(String id) {
		synchronized (this.state) {
			get(id);
			Instant now = this.state.timestamp();
			this.store.update(id, (session) -> Json.with(session,
					Map.of("last_active_at", now, "updated_at", now, "idle_expires_at", now.plus(IDLE_TIMEOUT))));
		}
	}

	/**
	 * Let the user of a session switch to another organization.
	 * @param id the id of the session
	 * @param organizationId the id of the organization
	 * @throws NoSuchElementException if there is no such session
	 */
	public void switchTo(String id, String organizationId) {
		synchronized (this.state) {
			List<String> authenticated = Stream
				.concat(get(id).authenticatedOrganizations().stream(), Stream.of(organizationId))
				.distinct()
				.toList();
			this.store.update(id, (session) -> Json.with(session,
					Map.of("organization_id", organizationId, "authenticated_organizations", authenticated)));
			touch(id);
		}
	}

	/**
	 * Set who is told when a session ends, other than by itself.
	 * @param listener takes the session while the lock is held
	 */
	public void onEnd(Consumer<StoredSession> listener) {
		this.endListener = listener;
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
		return find(id).orElseThrow(() -> new NoSuchElementException("There is no session '%s'".formatted(id)));
	}

	/**
	 * Return a session as it is now.
	 * @param id the id of the session
	 * @return the session, if there is one
	 */
	public Optional<StoredSession> find(String id) {
		return this.store.find(id).map((session) -> session.at(this.state.now()));
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
		this.endListener.accept(ended);
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
			userSession.set("authenticated_organizations", Json.node(session.authenticatedOrganizations()));
			return Map.of("user", this.state.describe("user", session.userId()), "user_session", userSession);
		});
	}

	void clear() {
		this.store.clear();
	}

}
