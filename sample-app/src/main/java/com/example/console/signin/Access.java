package com.example.console.signin;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import com.scalekit.spring.security.ScalekitPrincipal;

/**
 * Decides by permission and organization. Roles are not asked for: customers name them as
 * they like.
 */
@Component
public class Access {

	/** Lets people of the operator see and change everything. */
	public static final String MANAGE_CONSOLE = "console:manage";

	/** Lets people change their own organization. */
	public static final String WRITE_ORGANIZATION = "organization:write";

	private final Operator operator;

	Access(Operator operator) {
		this.operator = operator;
	}

	/**
	 * Return whether a caller may see and change everything.
	 * @param caller the caller, if there is one
	 * @return whether the caller may do so
	 */
	public boolean toAll(@Nullable Authentication caller) {
		return has(caller, MANAGE_CONSOLE) && ScalekitPrincipal.find(caller)
			.flatMap(ScalekitPrincipal::findOrganizationId)
			.filter(this.operator::is)
			.isPresent();
	}

	/**
	 * Return whether a caller may see an organization.
	 * @param caller the caller, if there is one
	 * @param organizationId the id of the organization
	 * @return whether the caller may do so
	 */
	public boolean toSee(@Nullable Authentication caller, @Nullable String organizationId) {
		return toAll(caller) || ScalekitPrincipal.find(caller)
			.flatMap(ScalekitPrincipal::findOrganizationId)
			.filter((id) -> id.equals(organizationId))
			.isPresent();
	}

	/**
	 * Return whether a caller may change an organization.
	 * @param caller the caller, if there is one
	 * @param organizationId the id of the organization
	 * @return whether the caller may do so
	 */
	public boolean toChange(@Nullable Authentication caller, @Nullable String organizationId) {
		return toAll(caller) || (has(caller, WRITE_ORGANIZATION) && toSee(caller, organizationId));
	}

	private static boolean has(@Nullable Authentication caller, String permission) {
		return caller != null && caller.getAuthorities()
			.stream()
			.anyMatch((authority) -> permission.equals(authority.getAuthority()));
	}

}
