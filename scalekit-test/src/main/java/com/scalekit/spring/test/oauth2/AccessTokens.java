package com.scalekit.spring.test.oauth2;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.apiclients.ApiClients;
import com.scalekit.spring.test.apiclients.StoredApiClient;
import com.scalekit.spring.test.apiclients.StoredApiClient.CustomClaim;
import com.scalekit.spring.test.organizations.Organizations;
import com.scalekit.spring.test.organizations.StoredOrganization;
import com.scalekit.spring.test.server.EnvironmentState;
import com.scalekit.spring.test.server.RandomStrings;
import com.scalekit.spring.test.users.StoredMembership;
import com.scalekit.spring.test.users.StoredUser;
import com.scalekit.spring.test.users.Users;

/**
 * Signs the tokens that an application under test may be shown: access tokens of users
 * and of machines, and those that are no access tokens. <pre class="code">
 * String token = server.accessTokens().user(userId).organization(organizationId).sign();
 * </pre> The users, organizations and clients need not exist. If they do, the tokens have
 * their roles, permissions and external ids.
 */
public final class AccessTokens {

	static final Duration LIFETIME = Duration.ofMinutes(5);

	private final EnvironmentState state;

	private final Keys keys;

	private final String clientId;

	private final Supplier<String> url;

	private final Users users;

	private final Organizations organizations;

	private final ApiClients clients;

	private Duration lifetime = LIFETIME;

	AccessTokens(EnvironmentState state, Keys keys, String clientId, Supplier<String> url, Users users,
			Organizations organizations, ApiClients clients) {
		this.state = state;
		this.keys = keys;
		this.clientId = clientId;
		this.url = url;
		this.users = users;
		this.organizations = organizations;
		this.clients = clients;
	}

	/**
	 * Set how long the access tokens of users who sign in from now on are valid. At first
	 * that is 5 minutes, as with the service.
	 * @param lifetime the lifetime, in whole seconds; {@code 0} for tokens that are
	 * expired when they arrive
	 */
	public void lifetime(Duration lifetime) {
		if (lifetime.isNegative() || lifetime.getNano() != 0) {
			throw new IllegalArgumentException("The lifetime must be in whole seconds and not negative: " + lifetime);
		}
		synchronized (this.state) {
			this.lifetime = lifetime;
		}
	}

	/**
	 * Return how long the access tokens of users who sign in are valid.
	 * @return the lifetime
	 */
	public Duration lifetime() {
		synchronized (this.state) {
			return this.lifetime;
		}
	}

	void reset() {
		synchronized (this.state) {
			this.lifetime = LIFETIME;
		}
	}

	/**
	 * Prepare an access token of a user.
	 * @param userId the id of the user
	 * @return the token
	 */
	public NewToken user(String userId) {
		return newToken((token) -> {
			Map<String, @Nullable Object> claims = issuedToClient(userId, token);
			claims.put("jti", newId());
			claims.putAll(membership(userId, token.text("oid")));
			return claims;
		});
	}

	/**
	 * Prepare an access token of a client of an organization. It has no audience.
	 * @param clientId the id of the client, such as {@code m2morg_1234}
	 * @return the token
	 */
	public NewToken machine(String clientId) {
		return newToken((token) -> {
			Map<String, @Nullable Object> claims = new LinkedHashMap<>();
			claims.put("sub", clientId);
			claims.put("client_id", clientId);
			claims.put("jti", newId());
			claims.put("scopes", List.of());
			this.clients.find(clientId).ifPresent((client) -> claims.putAll(claims(client)));
			return claims;
		});
	}

	/**
	 * Prepare an ID token, which must not pass for an access token.
	 * @param userId the id of the user
	 * @return the token
	 */
	public NewToken idToken(String userId) {
		return newToken((token) -> {
			Map<String, @Nullable Object> claims = issuedToClient(userId, token);
			claims.put("azp", this.clientId);
			claims.put("amr", List.of("pwd"));
			claims.put("at_hash", JsonWebToken.hash(RandomStrings.secret()));
			claims.put("c_hash", JsonWebToken.hash(RandomStrings.secret()));
			this.users.find(userId).ifPresent((user) -> claims.putAll(profile(user)));
			return claims;
		}).withoutClaim("nbf");
	}

	/**
	 * Prepare a logout token, which tells an application that a session has ended.
	 * @param userId the id of the user
	 * @param sessionId the id of the session
	 * @return the token
	 */
	public NewToken logoutToken(String userId, String sessionId) {
		return newToken((token) -> {
			Map<String, @Nullable Object> claims = new LinkedHashMap<>();
			claims.put("sub", userId);
			claims.put("aud", List.of(this.clientId));
			claims.put("jti", newId());
			claims.put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
			return claims;
		}).session(sessionId).header("typ", "logout+jwt").withoutClaim("nbf");
	}

	/**
	 * Prepare the token of a login that began at an identity provider, for the parameter
	 * {@code idp_initiated_login} of the URL that initiates a login. Set where the user
	 * wants to get with {@code claim("relay_state", "/projects")}.
	 * @param organizationId the id of the organization
	 * @param connectionId the id of the connection
	 * @param loginHint the e-mail address of the user
	 * @return the token
	 */
	public NewToken idpInitiated(String organizationId, String connectionId, String loginHint) {
		return newToken((token) -> Map.of("organization_id", organizationId, "connection_id", connectionId,
				"login_hint", loginHint));
	}

	private NewToken newToken(NewToken.Claims defaults) {
		return new NewToken(this, defaults);
	}

	private String newId() {
		return this.state.nextId("tkn_");
	}

	private Map<String, @Nullable Object> issuedToClient(String userId, NewToken token) {
		Map<String, @Nullable Object> claims = new LinkedHashMap<>();
		claims.put("aud", List.of(this.clientId));
		claims.put("sub", userId);
		claims.put("client_id", this.clientId);
		if (token.text("sid") == null) {
			claims.put("sid", this.state.nextId("ses_"));
		}
		return claims;
	}

	private Map<String, Object> membership(String userId, @Nullable String organizationId) {
		Map<String, Object> claims = new LinkedHashMap<>();
		Optional<StoredUser> user = this.users.find(userId);
		user.map(StoredUser::externalId).ifPresent((id) -> claims.put("xuid", id));
		if (organizationId != null) {
			this.organizations.find(organizationId)
				.map(StoredOrganization::externalId)
				.ifPresent((id) -> claims.put("xoid", id));
			user.flatMap((found) -> found.membership(organizationId)).ifPresent((membership) -> {
				claims.put("roles", membership.roles().stream().map(StoredMembership.Role::name).toList());
				claims.put("permissions", membership.permissions());
			});
		}
		return claims;
	}

	/**
	 * Where the service puts further claims is not documented: they are in an object of
	 * their own, as those of users.
	 */
	private static Map<String, Object> claims(StoredApiClient client) {
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("oid", client.organizationId());
		claims.put("scopes", client.scopes());
		if (!client.audience().isEmpty()) {
			claims.put("aud", client.audience());
		}
		if (!client.customClaims().isEmpty()) {
			claims.put("custom_claims",
					client.customClaims().stream().collect(Collectors.toMap(CustomClaim::key, CustomClaim::value)));
		}
		return claims;
	}

	/**
	 * Return what ID tokens tell of a user, as far as it is known.
	 * @param user the user
	 * @return the claims
	 */
	public static Map<String, Object> profile(StoredUser user) {
		StoredUser.Profile profile = user.userProfile();
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("email", user.email());
		claims.put("email_verified", profile.emailVerified());
		claims.put("name", profile.name());
		claims.put("given_name", profile.givenName());
		claims.put("family_name", profile.familyName());
		claims.put("preferred_username", profile.preferredUsername());
		claims.put("picture", profile.picture());
		claims.put("locale", profile.locale());
		claims.values().removeIf(""::equals);
		if (profile.name().isEmpty() && claims.containsKey("given_name")) {
			claims.put("name", (profile.givenName() + " " + profile.familyName()).strip());
		}
		return claims;
	}

	/**
	 * Return the claims of a token that this environment has signed, even if it has
	 * expired.
	 * @param token the token
	 * @return the claims, if the token is one of this environment
	 */
	public Optional<ObjectNode> read(String token) {
		synchronized (this.state) {
			return SignedText.parse(token)
				.filter((text) -> this.keys.find(text.keyId()).filter(text::isSignedBy).isPresent())
				.map(SignedText::claims)
				.filter((claims) -> this.url.get().equals(claims.path("iss").stringValue(null)));
		}
	}

	String sign(NewToken token) {
		synchronized (this.state) {
			JsonWebToken jwt = new JsonWebToken(this.url.get(), this.keys.current());
			token.fill(jwt, this.state.now());
			return jwt.serialize();
		}
	}

}
