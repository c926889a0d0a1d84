package com.scalekit.spring.client.users;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to create a user who is a member of an organization. Instances are immutable:
 * each {@code with} method returns a changed copy.
 */
public final class CreateUser extends JsonObject<CreateUser> {

	private static final String PROFILE = "user_profile";

	private static final String MEMBERSHIP = "membership";

	private CreateUser(Map<String, @Nullable Object> members) {
		super(CreateUser::new, members);
	}

	/**
	 * Start with an e-mail address.
	 * @param email the address, which cannot be changed later
	 * @return a request with the address
	 * @throws IllegalArgumentException if the address is empty
	 */
	public static CreateUser withEmail(String email) {
		Assert.hasText(email, "'email' must not be empty");
		return new CreateUser(Map.of()).with("email", email);
	}

	/**
	 * Set the application's own identifier of the user.
	 * @param externalId the identifier, unique within the environment
	 * @return a copy with the identifier
	 */
	public CreateUser withExternalId(String externalId) {
		return with("external_id", externalId);
	}

	/**
	 * Set the application's own data.
	 * @param metadata at most 20 pairs, keys of 3 to 25 and values of 1 to 256 characters
	 * @return a copy with the data
	 */
	public CreateUser withMetadata(Map<String, String> metadata) {
		return with("metadata", metadata);
	}

	/**
	 * Set what is known about the person. Replaces a name that was set before.
	 * @param profile the profile
	 * @return a copy with the profile
	 */
	public CreateUser withProfile(CreateUserProfile profile) {
		return with(PROFILE, profile);
	}

	/**
	 * Set the name of the person. Keeps the rest of a profile that was set before.
	 * @param givenName the given name, at most 255 characters
	 * @param familyName the family name, at most 255 characters
	 * @return a copy with the name
	 */
	public CreateUser withName(String givenName, String familyName) {
		CreateUserProfile profile = get(PROFILE);
		return withProfile(((profile != null) ? profile : CreateUserProfile.empty()).withGivenName(givenName)
			.withFamilyName(familyName));
	}

	/**
	 * Set the membership in the organization. Replaces roles that were set before.
	 * @param membership the membership
	 * @return a copy with the membership
	 */
	public CreateUser withMembership(CreateMembership membership) {
		return with(MEMBERSHIP, membership);
	}

	/**
	 * Set the roles that the user is to have in the organization. Keeps the rest of a
	 * membership that was set before.
	 * @param names the names of the roles
	 * @return a copy with the roles
	 * @throws IllegalArgumentException if a name is empty
	 */
	public CreateUser withRoles(String... names) {
		CreateMembership membership = get(MEMBERSHIP);
		return withMembership(((membership != null) ? membership : CreateMembership.empty()).withRoles(names));
	}

}
