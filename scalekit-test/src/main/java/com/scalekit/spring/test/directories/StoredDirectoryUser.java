package com.scalekit.spring.test.directories;

import java.time.Instant;
import java.util.List;

/**
 * A user of a directory as the server keeps it, at one moment. This type gets new
 * components when Scalekit's directories do, so its constructor is no part of the API.
 *
 * @param id the id, such as {@code diruser_1234}
 * @param directoryId the id of the directory
 * @param email the e-mail address
 * @param givenName the given name, may be empty
 * @param familyName the family name, may be empty
 * @param groups the names of the groups
 * @param updatedAt when the user was added
 */
public record StoredDirectoryUser(String id, String directoryId, String email, String givenName, String familyName,
		List<String> groups, Instant updatedAt) {
}
