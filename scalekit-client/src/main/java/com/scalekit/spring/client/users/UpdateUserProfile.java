package com.scalekit.spring.client.users;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to change what is known about the person behind a user. What is not set is not
 * sent and stays as it is. Instances are immutable: each {@code with} method returns a
 * changed copy.
 */
public final class UpdateUserProfile extends JsonObject<UpdateUserProfile> {

	private UpdateUserProfile(Map<String, @Nullable Object> members) {
		super(UpdateUserProfile::new, members);
	}

	/**
	 * Start with no changes.
	 * @return a request that changes nothing
	 */
	public static UpdateUserProfile none() {
		return new UpdateUserProfile(Map.of());
	}

	/**
	 * Change the given name.
	 * @param givenName the new given name, at most 255 characters
	 * @return a copy with the change
	 */
	public UpdateUserProfile withGivenName(String givenName) {
		return with("given_name", givenName);
	}

	/**
	 * Change the family name.
	 * @param familyName the new family name, at most 255 characters
	 * @return a copy with the change
	 */
	public UpdateUserProfile withFamilyName(String familyName) {
		return with("family_name", familyName);
	}

	/**
	 * Change the full name.
	 * @param name the new full name
	 * @return a copy with the change
	 */
	public UpdateUserProfile withName(String name) {
		return with("name", name);
	}

	/**
	 * Change the name the user wants to be called by.
	 * @param preferredUsername the new name the user wants to be called by, at most 512
	 * characters
	 * @return a copy with the change
	 */
	public UpdateUserProfile withPreferredUsername(String preferredUsername) {
		return with("preferred_username", preferredUsername);
	}

	/**
	 * Change the phone number.
	 * @param phoneNumber the new phone number
	 * @return a copy with the change
	 */
	public UpdateUserProfile withPhoneNumber(String phoneNumber) {
		return with("phone_number", phoneNumber);
	}

	/**
	 * Change the picture.
	 * @param picture the new URL of the picture, at most 2048 characters
	 * @return a copy with the change
	 */
	public UpdateUserProfile withPicture(String picture) {
		return with("picture", picture);
	}

	/**
	 * Change the gender.
	 * @param gender the new gender
	 * @return a copy with the change
	 */
	public UpdateUserProfile withGender(String gender) {
		return with("gender", gender);
	}

	/**
	 * Change the language and region.
	 * @param locale the new language and region, such as {@code en-US}
	 * @return a copy with the change
	 */
	public UpdateUserProfile withLocale(String locale) {
		return with("locale", locale);
	}

	/**
	 * Change the groups of the user. Scalekit does not document whether it adds these
	 * groups to the present ones or replaces them: send all groups that are to be there.
	 * @param groups at most 50 different ones of 1 to 250 characters
	 * @return a copy with the change
	 */
	public UpdateUserProfile withGroups(List<String> groups) {
		return with("groups", groups);
	}

	/**
	 * Change the attributes that the application defines. Scalekit does not document
	 * whether it adds these pairs to the present ones or replaces them: send all pairs
	 * that are to be there.
	 * @param attributes at most 20 pairs, keys of 3 to 25 and values of 1 to 256
	 * characters
	 * @return a copy with the change
	 */
	public UpdateUserProfile withCustomAttributes(Map<String, String> attributes) {
		return with("custom_attributes", attributes);
	}

	/**
	 * Change the application's own data. Scalekit does not document whether it adds these
	 * pairs to the present ones or replaces them: send all pairs that are to be there.
	 * @param metadata at most 20 pairs, keys of 3 to 25 and values of 1 to 256 characters
	 * @return a copy with the change
	 */
	public UpdateUserProfile withMetadata(Map<String, String> metadata) {
		return with("metadata", metadata);
	}

}
