package com.scalekit.spring.client.users;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to make a user a member of an organization. Instances are immutable: each
 * {@code with} method returns a changed copy.
 */
public final class CreateMembership extends JsonObject<CreateMembership> {

	private CreateMembership(Map<String, @Nullable Object> members) {
		super(CreateMembership::new, members);
	}

	/**
	 * Start with a membership without roles. Whether the member then has the
	 * organization's default role is not documented.
	 * @return a request without roles
	 */
	public static CreateMembership empty() {
		return new CreateMembership(Map.of());
	}

	/**
	 * Set the roles that the member is to have.
	 * @param names the names of the roles
	 * @return a copy with the roles
	 * @throws IllegalArgumentException if a name is empty
	 */
	public CreateMembership withRoles(String... names) {
		return with("roles", RoleNames.references(names));
	}

	/**
	 * Set the application's own data.
	 * @param metadata at most 20 pairs, keys of 3 to 25 and values of 1 to 256 characters
	 * @return a copy with the data
	 */
	public CreateMembership withMetadata(Map<String, String> metadata) {
		return with("metadata", metadata);
	}

	/**
	 * Say who invites the user.
	 * @param inviterEmail the e-mail address of that person, 5 to 254 characters
	 * @return a copy with the address
	 */
	public CreateMembership withInviterEmail(String inviterEmail) {
		return with("inviter_email", inviterEmail);
	}

}
