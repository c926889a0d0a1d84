package com.scalekit.spring.client.users;

import java.util.List;
import java.util.Map;

/**
 * What is known about the person behind a user.
 *
 * @param id the identifier
 * @param name the full name
 * @param givenName the given name
 * @param familyName the family name
 * @param preferredUsername the name the user wants to be called by
 * @param emailVerified whether the e-mail address is verified
 * @param phoneNumber the phone number
 * @param phoneNumberVerified whether the phone number is verified
 * @param picture the URL of a picture
 * @param gender the gender
 * @param locale the language and region, such as {@code en-US}
 * @param groups the groups of the user
 * @param customAttributes attributes that the application defines, in the order received
 * @param metadata the application's own data, in the order received
 * @param externalIdentities the accounts at identity providers that the user signs in
 * with
 */
public record UserProfile(String id, String name, String givenName, String familyName, String preferredUsername,
		boolean emailVerified, String phoneNumber, boolean phoneNumberVerified, String picture, String gender,
		String locale, List<String> groups, Map<String, String> customAttributes, Map<String, String> metadata,
		List<ExternalIdentity> externalIdentities) {

}
