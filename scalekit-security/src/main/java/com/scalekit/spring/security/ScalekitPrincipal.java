package com.scalekit.spring.security;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * The caller, whether it has sent an access token, has sent an API token or has signed
 * in. Declare a parameter of this type in a controller method, or call
 * {@link #of(Authentication)}.
 * <p>
 * Authorize by {@linkplain #permissions() permission} and {@linkplain #organizationId()
 * organization}: customers can create roles of their own and name them as they like.
 */
public final class ScalekitPrincipal {

	/**
	 * Identifier of the client registration with which users sign in.
	 */
	public static final String REGISTRATION_ID = "scalekit";

	private static final String CUSTOM_CLAIMS = "custom_claims";

	private final TokenClaims token;

	private ScalekitPrincipal(Map<String, Object> claims) {
		this.token = new TokenClaims(Collections.unmodifiableMap(new LinkedHashMap<>(claims)));
	}

	/**
	 * Returns the caller.
	 * @param authentication the authentication of the caller
	 * @return the caller
	 * @throws AccessDeniedException if Scalekit has not authenticated the caller
	 */
	public static ScalekitPrincipal of(@Nullable Authentication authentication) {
		return find(authentication)
			.orElseThrow(() -> new AccessDeniedException("The caller is not authenticated by Scalekit"));
	}

	/**
	 * Returns the caller, if Scalekit has authenticated it. That is so for each JWT and
	 * each opaque token that the application accepts as a bearer token, and for logins
	 * with the registration {@value #REGISTRATION_ID}. An application that accepts tokens
	 * of other issuers too has to tell them apart by the claim {@code iss}.
	 * @param authentication the authentication of the caller
	 * @return the caller, or nothing
	 */
	public static Optional<ScalekitPrincipal> find(@Nullable Authentication authentication) {
		return Optional.ofNullable(claims(authentication)).map(ScalekitPrincipal::new);
	}

	private static @Nullable Map<String, Object> claims(@Nullable Authentication authentication) {
		if (authentication == null || !authentication.isAuthenticated()) {
			return null;
		}
		Object principal = authentication.getPrincipal();
		if (authentication instanceof OAuth2AuthenticationToken login) {
			return (principal instanceof OidcUser user
					&& REGISTRATION_ID.equals(login.getAuthorizedClientRegistrationId())) ? user.getClaims() : null;
		}
		if (principal instanceof OAuth2User) {
			return null;
		}
		if (principal instanceof OAuth2AuthenticatedPrincipal bearer) {
			return bearer.getAttributes();
		}
		return (authentication.getCredentials() instanceof ClaimAccessor jwt) ? jwt.getClaims() : null;
	}

	/**
	 * Returns the identifier of the user.
	 * @return the identifier, such as {@code usr_1}
	 * @throws AccessDeniedException if the caller is a program of an organization
	 */
	public String userId() {
		return findUserId().orElseThrow(() -> new AccessDeniedException("The caller is not a user"));
	}

	/**
	 * Returns the identifier of the user.
	 * @return the identifier, or nothing if the caller is a program of an organization
	 */
	public Optional<String> findUserId() {
		return isMachine() ? Optional.empty() : Optional.ofNullable(this.token.text("sub"));
	}

	/**
	 * Returns the identifier of the organization for which the caller acts.
	 * @return the identifier, such as {@code org_1}
	 * @throws AccessDeniedException if the caller acts for none
	 */
	public String organizationId() {
		return findOrganizationId()
			.orElseThrow(() -> new AccessDeniedException("The caller does not act for an organization"));
	}

	/**
	 * Returns the identifier of the organization for which the caller acts.
	 * @return the identifier, or nothing if it acts for none
	 */
	public Optional<String> findOrganizationId() {
		return Optional.ofNullable(this.token.text("oid"));
	}

	/**
	 * Returns the application's own identifier of the organization.
	 * @return the identifier, or {@code null} if the token has none
	 */
	public @Nullable String externalOrganizationId() {
		return this.token.text("xoid");
	}

	/**
	 * Returns the application's own identifier of the user.
	 * @return the identifier, or {@code null} if the token has none
	 */
	public @Nullable String externalUserId() {
		return this.token.text("xuid");
	}

	/**
	 * Returns the identifier of the session at Scalekit.
	 * @return the identifier, such as {@code ses_1}, or {@code null} if the caller has no
	 * session
	 */
	public @Nullable String sessionId() {
		return this.token.text("sid");
	}

	/**
	 * Returns the identifier of the client to which the token was issued.
	 * @return the identifier, or {@code null} if the token has none
	 */
	public @Nullable String clientId() {
		return this.token.text("client_id");
	}

	/**
	 * Returns whether the caller is a program of an organization, not a user: one with
	 * client credentials, or with an API token that belongs to no user.
	 * @return whether the caller is a program
	 */
	public boolean isMachine() {
		return this.token.isMachine();
	}

	/**
	 * Returns the roles of the user.
	 * @return the names of the roles, at most 256, and none for a program
	 */
	public List<String> roles() {
		return this.token.roles();
	}

	/**
	 * Returns the permissions of the user.
	 * @return the names of the permissions, at most 256, and none for a program
	 */
	public List<String> permissions() {
		return this.token.permissions();
	}

	/**
	 * Returns the scopes of the token.
	 * @return the scopes, at most 256
	 */
	public List<String> scopes() {
		return this.token.scopes();
	}

	/**
	 * Returns a claim.
	 * @param name the name of the claim, which may also be one of the
	 * {@code custom_claims}
	 * @return the value, or {@code null} if there is none
	 */
	public @Nullable Object claim(String name) {
		Object claim = this.token.claims().get(name);
		return (claim == null && this.token.claims().get(CUSTOM_CLAIMS) instanceof Map<?, ?> custom) ? custom.get(name)
				: claim;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ScalekitPrincipal principal && this.token.equals(principal.token);
	}

	@Override
	public int hashCode() {
		return this.token.hashCode();
	}

	/**
	 * Shows identifiers only: claims may be personal data.
	 */
	@Override
	public String toString() {
		return "ScalekitPrincipal[" + this.token.text("sub") + ", " + this.token.text("oid") + "]";
	}

}
