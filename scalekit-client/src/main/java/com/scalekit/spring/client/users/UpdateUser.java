package com.scalekit.spring.client.users;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to change a user. What is not set is not sent and stays as it is. The e-mail
 * address cannot be changed. Instances are immutable: each {@code with} method returns a
 * changed copy.
 */
public final class UpdateUser extends JsonObject<UpdateUser> {

	private static final String PROFILE = "user_profile";

	private UpdateUser(Map<String, @Nullable Object> members) {
		super(UpdateUser::new, members);
	}

	/**
	 * Start with no changes.
	 * @return a request that changes nothing
	 */
	public static UpdateUser none() {
		return new UpdateUser(Map.of());
	}

	/**
	 * Change the application's own identifier of the user.
	 * @param externalId the new identifier, unique within the environment
	 * @return a copy with the change
	 */
	public UpdateUser withExternalId(String externalId) {
		return with("external_id", externalId);
	}

	/**
	 * Change the application's own data. Scalekit does not document whether it adds these
	 * pairs to the present ones or replaces them: send all pairs that are to be there.
	 * @param metadata at most 20 pairs, keys of 3 to 25 and values of 1 to 256 characters
	 * @return a copy with the change
	 */
	public UpdateUser withMetadata(Map<String, String> metadata) {
		return with("metadata", metadata);
	}

	/**
	 * Change what is known about the person.
	 * @param profile the changes; what they leave out stays as it is
	 * @return a copy with the change
	 */
	public UpdateUser withProfile(UpdateUserProfile profile) {
		return with(PROFILE, profile);
	}

	/**
	 * Change the name of the person. Keeps the rest of a profile that was set before.
	 * @param givenName the new given name, at most 255 characters
	 * @param familyName the new family name, at most 255 characters
	 * @return a copy with the change
	 */
	public UpdateUser withName(String givenName, String familyName) {
		UpdateUserProfile profile = get(PROFILE);
		return withProfile(((profile != null) ? profile : UpdateUserProfile.none()).withGivenName(givenName)
			.withFamilyName(familyName));
	}

}
