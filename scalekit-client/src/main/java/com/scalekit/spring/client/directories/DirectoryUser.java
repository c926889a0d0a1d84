package com.scalekit.spring.client.directories;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A user of a directory.
 *
 * @param id the identifier, starting with {@code diruser_}
 * @param email the e-mail address
 * @param emails all e-mail addresses
 * @param givenName the given name
 * @param familyName the family name
 * @param preferredUsername the name the user prefers
 * @param groups the groups the user is a member of
 * @param userDetail what the directory provider sent of the user, empty if the query does
 * not ask for it
 * @param updatedAt when the user was last changed
 */
public record DirectoryUser(String id, String email, List<String> emails, String givenName, String familyName,
		String preferredUsername, List<DirectoryGroup> groups, Map<String, @Nullable Object> userDetail,
		@Nullable Instant updatedAt) {

}
