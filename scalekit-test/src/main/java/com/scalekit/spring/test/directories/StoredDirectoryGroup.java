package com.scalekit.spring.test.directories;

import java.time.Instant;

/**
 * A group of a directory as the server keeps it, at one moment. This type gets new
 * components when Scalekit's directories do, so its constructor is no part of the API.
 *
 * @param id the id, such as {@code dirgroup_1234}
 * @param directoryId the id of the directory
 * @param displayName the name
 * @param external whether the provider has the group, but it is not synchronized
 * @param updatedAt when the group was added
 */
public record StoredDirectoryGroup(String id, String directoryId, String displayName, boolean external,
		Instant updatedAt) {
}
