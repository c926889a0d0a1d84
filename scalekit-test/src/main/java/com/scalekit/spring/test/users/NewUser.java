package com.scalekit.spring.test.users;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The details of a user that a test adds. The rules of the API apply.
 *
 * @see Users#add(String, java.util.function.Consumer)
 */
public final class NewUser {

	private final ObjectNode body = JsonNodeFactory.instance.objectNode();

	private final List<Membership> memberships = new ArrayList<>();

	private boolean listed = true;

	NewUser(String email) {
		this.body.put("email", email);
	}

	/**
	 * Set the id that the application knows the user by.
	 * @param externalId the external id, unique among all users
	 * @return this user
	 */
	public NewUser externalId(String externalId) {
		this.body.put("external_id", externalId);
		return this;
	}

	/**
	 * Set the name of the person.
	 * @param givenName the given name, at most 255 characters
	 * @param familyName the family name, at most 255 characters
	 * @return this user
	 */
	public NewUser name(String givenName, String familyName) {
		this.body.withObject("/user_profile").put("given_name", givenName).put("family_name", familyName);
		return this;
	}

	/**
	 * Add a pair to the metadata, at most 20.
	 * @param key the key, 3 to 25 characters
	 * @param value the value, 1 to 256 characters
	 * @return this user
	 */
	public NewUser metadata(String key, String value) {
		this.body.withObject("/metadata").put(key, value);
		return this;
	}

	/**
	 * Make the user a member of an organization.
	 * @param organizationId the id of the organization
	 * @param roles the names of the roles, or none for the default role
	 * @return this user
	 */
	public NewUser memberOf(String organizationId, String... roles) {
		return withMembership(organizationId, StoredMembership.ACTIVE, roles);
	}

	/**
	 * Invite the user to an organization.
	 * @param organizationId the id of the organization
	 * @param roles the names of the roles, or none for the default role
	 * @return this user
	 */
	public NewUser invitedTo(String organizationId, String... roles) {
		return withMembership(organizationId, StoredMembership.PENDING_INVITE, roles);
	}

	/**
	 * Make the user a member of an organization who was deactivated, and so cannot sign
	 * in to it.
	 * @param organizationId the id of the organization
	 * @param roles the names of the roles, or none for the default role
	 * @return this user
	 */
	public NewUser inactiveIn(String organizationId, String... roles) {
		return withMembership(organizationId, StoredMembership.INACTIVE, roles);
	}

	/**
	 * Leave the user out of the list of the login page. Who enters the e-mail address
	 * there can still sign in.
	 * @return this user
	 */
	public NewUser unlisted() {
		this.listed = false;
		return this;
	}

	private NewUser withMembership(String organizationId, String status, String... roles) {
		ObjectNode membership = JsonNodeFactory.instance.objectNode();
		ArrayNode references = membership.putArray("roles");
		Arrays.stream(roles).forEach((role) -> references.addObject().put("name", role));
		this.memberships.add(new Membership(organizationId, status, membership));
		return this;
	}

	ObjectNode toBody() {
		return this.body;
	}

	boolean isListed() {
		return this.listed;
	}

	List<Membership> memberships() {
		return this.memberships;
	}

	record Membership(String organizationId, String status, ObjectNode body) {
	}

}
