package com.scalekit.spring.client.directories;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Query for the users of a directory. Instances are immutable: each {@code with} method
 * returns a changed copy.
 */
public final class DirectoryUserQuery extends JsonObject<DirectoryUserQuery> {

	private DirectoryUserQuery(Map<String, @Nullable Object> members) {
		super(DirectoryUserQuery::new, members);
	}

	/**
	 * Start with all users.
	 * @return a query that all users match
	 */
	public static DirectoryUserQuery any() {
		return new DirectoryUserQuery(Map.of());
	}

	/**
	 * Return members of a group only.
	 * @param directoryGroupId the identifier of the group, starting with
	 * {@code dirgroup_}
	 * @return a copy with the group
	 * @throws IllegalArgumentException if the identifier is empty
	 */
	public DirectoryUserQuery withDirectoryGroupId(String directoryGroupId) {
		Assert.hasText(directoryGroupId, "'directory_group_id' must not be empty");
		return with("directory_group_id", directoryGroupId);
	}

	/**
	 * Return users only that have changed since a time.
	 * @param updatedAfter the time
	 * @return a copy with the time
	 */
	public DirectoryUserQuery withUpdatedAfter(Instant updatedAfter) {
		return with("updated_after", updatedAfter);
	}

	/**
	 * Ask for what the directory provider sent of the users.
	 * @return a copy that includes {@link DirectoryUser#userDetail}
	 */
	public DirectoryUserQuery withDetail() {
		return with("include_detail", true);
	}

}
