package com.scalekit.spring.test.apitokens;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import com.scalekit.spring.test.server.ApiException;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.Json;
import com.scalekit.spring.test.server.RandomStrings;
import com.scalekit.spring.test.server.RequestRules;
import com.scalekit.spring.test.server.Store;
import com.scalekit.spring.test.users.Users;

/**
 * The API tokens of the organizations and users of a {@code ScalekitServer}. A token is
 * named by its secret or its id.
 */
public final class ApiTokens {

	private static final int SUFFIX_LENGTH = 4;

	private final EnvironmentState state;

	private final Users users;

	private final Store<StoredApiToken> store;

	private final Store<StoredApiToken>.Index organization;

	private final Map<String, String> idsBySecret = new HashMap<>();

	ApiTokens(EnvironmentState state, Users users) {
		this.state = state;
		this.users = users;
		this.store = new Store<>(state, "token", StoredApiToken::tokenId);
		this.organization = this.store.index(StoredApiToken::organizationId);
		Store<StoredApiToken>.Index user = this.store.index(StoredApiToken::userId);
		state.onDelete("organization", this.organization::deleteAll);
		state.onDelete("user", user::deleteAll);
		state.onDelete("token", this.idsBySecret.values()::remove);
	}

	/**
	 * Add a token of an organization that never expires. <pre class="code">
	 * String token = server.apiTokens().add(organizationId);
	 * </pre>
	 * @param organizationId the id of the organization
	 * @return the secret of the token
	 * @throws IllegalArgumentException if there is no such organization
	 */
	public String add(String organizationId) {
		return add(organizationId, (token) -> {
		});
	}

	/**
	 * Add a token with all that it may have. <pre class="code">
	 * String token = server.apiTokens().add(organizationId, (token) -&gt; token.user(userId));
	 * </pre>
	 * @param organizationId the id of the organization
	 * @param details sets the details
	 * @return the secret of the token
	 * @throws IllegalArgumentException if the service would refuse the token
	 */
	public String add(String organizationId, Consumer<NewApiToken> details) {
		NewApiToken token = new NewApiToken(organizationId);
		details.accept(token);
		try {
			RequestRules.verifyBody("CreateToken", token.body());
			return create((empty) -> Json.with(empty, token.body()));
		}
		catch (ApiException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

	/**
	 * Issue a token of a user that never expires. <pre class="code">
	 * String token = server.apiTokens().issue(organizationId, userId);
	 * </pre>
	 * @param organizationId the id of the organization
	 * @param userId the id of a member of the organization
	 * @return the secret of the token
	 * @throws IllegalArgumentException if there is no such organization or member
	 */
	public String issue(String organizationId, String userId) {
		return add(organizationId, (token) -> token.user(userId));
	}

	/**
	 * Revoke a token: its next validation is refused. Without such a token this has no
	 * effect.
	 * @param token the secret of the token, or its id
	 */
	public void revoke(String token) {
		find(token).map(StoredApiToken::tokenId).ifPresent(this.store::delete);
	}

	/**
	 * Return the tokens of an organization and its users as they are now, expired ones
	 * included.
	 * @param organizationId the id of the organization
	 * @return the tokens, in the order in which they were created
	 */
	public List<StoredApiToken> all(String organizationId) {
		return this.organization.all(organizationId);
	}

	/**
	 * Return a token as it is now, even if it has expired.
	 * @param token the secret of the token, or its id
	 * @return the token
	 * @throws NoSuchElementException if there is no such token
	 */
	public StoredApiToken get(String token) {
		return find(token).orElseThrow(() -> new NoSuchElementException("There is no such token"));
	}

	/**
	 * Create a token.
	 * @return its secret
	 */
	String create(UnaryOperator<StoredApiToken> details) {
		synchronized (this.state) {
			String secret = RandomStrings.secret();
			StoredApiToken token = details
				.apply(new StoredApiToken(this.state.nextId("apit_"), secret.substring(secret.length() - SUFFIX_LENGTH),
						"", null, Map.of(), null, null, this.state.timestamp()));
			this.state.require("organization", token.organizationId());
			refuseStranger(token);
			this.store.add(token);
			this.idsBySecret.put(secret, token.tokenId());
			return secret;
		}
	}

	private void refuseStranger(StoredApiToken token) {
		if (token.userId() != null) {
			this.state.require("user", token.userId());
			if (this.users.get(token.userId()).membership(token.organizationId()).isEmpty()) {
				throw ApiException.invalidArgument("the user is no member of the organization");
			}
		}
	}

	StoredApiToken requireValid(String token) {
		Instant now = this.state.now();
		return find(token).filter((found) -> found.isValid(now))
			.orElseThrow(() -> ApiException.resourceNotFound("token not found"));
	}

	StoredApiToken update(String token, UnaryOperator<StoredApiToken> change) {
		return this.store.update(requireValid(token).tokenId(), change);
	}

	private Optional<StoredApiToken> find(String token) {
		synchronized (this.state) {
			return this.store.find(this.idsBySecret.getOrDefault(token, token));
		}
	}

	Store<StoredApiToken>.Index byOrganization() {
		return this.organization;
	}

	void clear() {
		synchronized (this.state) {
			this.store.clear();
			this.idsBySecret.clear();
		}
	}

}
