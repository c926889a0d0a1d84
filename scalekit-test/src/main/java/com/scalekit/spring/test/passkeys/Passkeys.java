package com.scalekit.spring.test.passkeys;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.RandomStrings;
import com.scalekit.spring.test.server.RequestRules;
import com.scalekit.spring.test.server.Store;

/**
 * The passkeys of the users of a {@code ScalekitServer}.
 */
public final class Passkeys {

	private final EnvironmentState state;

	private final Store<StoredPasskey> store;

	private final Store<StoredPasskey>.Index user;

	Passkeys(EnvironmentState state) {
		this.state = state;
		this.store = new Store<>(state, "credential", StoredPasskey::id);
		this.user = this.store.index(StoredPasskey::userId);
		state.onDelete("user", this.user::deleteAll);
	}

	/**
	 * Register a passkey, as the user would in the browser. <pre class="code">
	 * String id = server.passkeys().add(userId, "Phone");
	 * </pre>
	 * @param userId the id of the user
	 * @param displayName the name shown to people, 1 to 120 characters
	 * @return the id of the passkey
	 * @throws IllegalArgumentException if there is no such user, or the service would
	 * refuse the name
	 */
	public String add(String userId, String displayName) {
		synchronized (this.state) {
			try {
				RequestRules.verifyBody("UpdateCredential", Map.of("display_name", displayName));
				this.state.require("user", userId);
			}
			catch (ApiException ex) {
				throw new IllegalArgumentException(ex.getMessage(), ex);
			}
			String credentialId = Base64.getEncoder()
				.encodeToString(Base64.getUrlDecoder().decode(RandomStrings.secret()));
			Instant now = this.state.timestamp();
			StoredPasskey passkey = new StoredPasskey(this.state.nextId("cred_"), userId, credentialId, displayName,
					"none", List.of("internal", "hybrid"), now, now);
			this.store.add(passkey);
			return passkey.id();
		}
	}

	/**
	 * Return the passkeys of a user as they are now.
	 * @param userId the id of the user
	 * @return the passkeys, in the order in which they were registered
	 */
	public List<StoredPasskey> all(String userId) {
		return this.user.all(userId);
	}

	/**
	 * Return a passkey as it is now.
	 * @param id the id of the passkey
	 * @return the passkey
	 * @throws NoSuchElementException if there is no such passkey
	 */
	public StoredPasskey get(String id) {
		return this.store.find(id)
			.orElseThrow(() -> new NoSuchElementException("There is no passkey '%s'".formatted(id)));
	}

	StoredPasskey update(String id, ObjectNode changes) {
		return this.store.update(id,
				(passkey) -> Json.with(Json.merge(passkey, changes), Map.of("updated_at", this.state.timestamp())));
	}

	StoredPasskey delete(String id) {
		StoredPasskey passkey = this.store.get(id);
		this.store.delete(id);
		return passkey;
	}

	void clear() {
		this.store.clear();
	}

}
