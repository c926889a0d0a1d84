package com.scalekit.spring.client.directories;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A group of a directory.
 *
 * @param id the identifier, starting with {@code dirgroup_}
 * @param displayName the name shown to people
 * @param totalUsers the number of its members
 * @param groupDetail what the directory provider sent of the group, empty if the query
 * does not ask for it
 * @param updatedAt when the group was last changed
 */
public record DirectoryGroup(String id, String displayName, int totalUsers, Map<String, @Nullable Object> groupDetail,
		@Nullable Instant updatedAt) {

}
