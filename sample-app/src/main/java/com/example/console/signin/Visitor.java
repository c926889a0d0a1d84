package com.example.console.signin;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

import com.scalekit.spring.security.ScalekitPrincipal;

/**
 * Who looks at a page, for the page.
 */
@Component
public class Visitor {

	private final Access access;

	Visitor(Access access) {
		this.access = access;
	}

	public boolean isSignedIn() {
		return user() != null;
	}

	public boolean isAdministrator() {
		return this.access.toAll(authentication());
	}

	public boolean mayChange(String organizationId) {
		return this.access.toChange(authentication(), organizationId);
	}

	/**
	 * Return the name or, if Scalekit does not know it, the e-mail address or the id.
	 */
	public @Nullable String getName() {
		OidcUser user = user();
		if (user == null) {
			return null;
		}
		String name = (user.getFullName() != null) ? user.getFullName() : user.getEmail();
		return (name != null) ? name : user.getSubject();
	}

	public @Nullable String getEmail() {
		OidcUser user = user();
		return (user != null) ? user.getEmail() : null;
	}

	public @Nullable String getOrganizationId() {
		return ScalekitPrincipal.find(authentication()).flatMap(ScalekitPrincipal::findOrganizationId).orElse(null);
	}

	private static @Nullable OidcUser user() {
		Authentication authentication = authentication();
		return (authentication != null && authentication.getPrincipal() instanceof OidcUser user) ? user : null;
	}

	private static @Nullable Authentication authentication() {
		return SecurityContextHolder.getContext().getAuthentication();
	}

}
