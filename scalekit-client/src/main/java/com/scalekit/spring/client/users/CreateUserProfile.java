package com.scalekit.spring.client.users;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.JsonObject;

/**
 * What is known about the person behind a user that is to be created. Instances are
 * immutable: each {@code with} method returns a changed copy.
 */
public final class CreateUserProfile extends JsonObject<CreateUserProfile> {

	private CreateUserProfile(Map<String, @Nullable Object> members) {
		super(CreateUserProfile::new, members);
	}

	/**
	 * Start with nothing.
	 * @return an empty profile
	 */
	public static CreateUserProfile empty() {
		return new CreateUserProfile(Map.of());
	}

	/**
	 * Set the given name.
	 * @param givenName the given name, at most 255 characters
	 * @return a copy with the name
	 */
	public CreateUserProfile withGivenName(String givenName) {
		return with("given_name", givenName);
	}

	/**
	 * Set the family name.
	 * @param familyName the family name, at most 255 characters
	 * @return a copy with the name
	 */
	public CreateUserProfile withFamilyName(String familyName) {
		return with("family_name", familyName);
	}

	/**
	 * Set the full name.
	 * @param name the full name
	 * @return a copy with the name
	 */
	public CreateUserProfile withName(String name) {
		return with("name", name);
	}

	/**
	 * Set the name the user wants to be called by.
	 * @param preferredUsername the name the user wants to be called by, at most 512
	 * characters
	 * @return a copy with the name
	 */
	public CreateUserProfile withPreferredUsername(String preferredUsername) {
		return with("preferred_username", preferredUsername);
	}

	/**
	 * Set the phone number.
	 * @param phoneNumber the phone number
	 * @return a copy with the phone number
	 */
	public CreateUserProfile withPhoneNumber(String phoneNumber) {
		return with("phone_number", phoneNumber);
	}

	/**
	 * Set the picture.
	 * @param picture the URL of the picture, at most 2048 characters
	 * @return a copy with the picture
	 */
	public CreateUserProfile withPicture(String picture) {
		return with("picture", picture);
	}

	/**
	 * Set the gender.
	 * @param gender the gender
	 * @return a copy with the gender
	 */
	public CreateUserProfile withGender(String gender) {
		return with("gender", gender);
	}

	/**
	 * Set the language and region.
	 * @param locale the language and region, such as {@code en-US}
	 * @return a copy with the locale
	 */
	public CreateUserProfile withLocale(String locale) {
		return with("locale", locale);
	}

	/**
	 * Set the groups of the user.
	 * @param groups the groups, at most 50 different ones of 1 to 250 characters
	 * @return a copy with the groups
	 */
	public CreateUserProfile withGroups(List<String> groups) {
		return with("groups", groups);
	}

	/**
	 * Set the attributes that the application defines.
	 * @param attributes at most 20 pairs, keys of 3 to 25 and values of 1 to 256
	 * characters
	 * @return a copy with the attributes
	 */
	public CreateUserProfile withCustomAttributes(Map<String, String> attributes) {
		return with("custom_attributes", attributes);
	}

	/**
	 * Set the application's own data.
	 * @param metadata at most 20 pairs, keys of 3 to 25 and values of 1 to 256 characters
	 * @return a copy with the data
	 */
	public CreateUserProfile withMetadata(Map<String, String> metadata) {
		return with("metadata", metadata);
	}

}
