package com.scalekit.spring.test.directories;

import java.time.Instant;

/**
 * A directory as the server keeps it, at one moment. This type gets new components when
 * Scalekit's directories do, so its constructor is no part of the API.
 *
 * @param id the id, such as {@code dir_1234}
 * @param organizationId the id of the organization
 * @param name the name
 * @param directoryType the type, such as {@code SCIM}
 * @param directoryProvider the provider, such as {@code OKTA}
 * @param status {@code COMPLETED}
 * @param enabled whether the directory is synchronized
 * @param groupsTracked {@code ALL}
 * @param lastSyncedAt when a user or a group was last added
 */
public record StoredDirectory(String id, String organizationId, String name, String directoryType,
		String directoryProvider, String status, boolean enabled, String groupsTracked, Instant lastSyncedAt) {
}
