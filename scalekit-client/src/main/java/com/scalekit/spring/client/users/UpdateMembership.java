package com.scalekit.spring.client.users;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to change the membership of a user in an organization. What is not set is not
 * sent and stays as it is. Instances are immutable: each {@code with} method returns a
 * changed copy.
 */
public final class UpdateMembership extends JsonObject<UpdateMembership> {

	private UpdateMembership(Map<String, @Nullable Object> members) {
		super(UpdateMembership::new, members);
	}

	/**
	 * Start with no changes.
	 * @return a request that changes nothing
	 */
	public static UpdateMembership none() {
		return new UpdateMembership(Map.of());
	}

	/**
	 * Replace the roles of the member. Whether the member loses all roles if there is no
	 * name is not documented.
	 * @param names the names of all roles the member is to have
	 * @return a copy with the change
	 * @throws IllegalArgumentException if a name is empty
	 */
	public UpdateMembership withRoles(String... names) {
		return with("roles", RoleNames.references(names));
	}

	/**
	 * Change the application's own data. Scalekit does not document whether it adds these
	 * pairs to the present ones or replaces them: send all pairs that are to be there.
	 * @param metadata at most 20 pairs, keys of 3 to 25 and values of 1 to 256 characters
	 * @return a copy with the change
	 */
	public UpdateMembership withMetadata(Map<String, String> metadata) {
		return with("metadata", metadata);
	}

}
