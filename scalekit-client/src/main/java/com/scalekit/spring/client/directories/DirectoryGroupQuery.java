package com.scalekit.spring.client.directories;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Query for the groups of a directory. Instances are immutable: each {@code with} method
 * returns a changed copy.
 */
public final class DirectoryGroupQuery extends JsonObject<DirectoryGroupQuery> {

	private DirectoryGroupQuery(Map<String, @Nullable Object> members) {
		super(DirectoryGroupQuery::new, members);
	}

	/**
	 * Start with all groups.
	 * @return a query that all groups match
	 */
	public static DirectoryGroupQuery any() {
		return new DirectoryGroupQuery(Map.of());
	}

	/**
	 * Return groups only that have changed since a time.
	 * @param updatedAfter the time
	 * @return a copy with the time
	 */
	public DirectoryGroupQuery withUpdatedAfter(Instant updatedAfter) {
		return with("updated_after", updatedAfter);
	}

	/**
	 * Ask for what the directory provider sent of the groups.
	 * @return a copy that includes {@link DirectoryGroup#groupDetail}
	 */
	public DirectoryGroupQuery withDetail() {
		return with("include_detail", true);
	}

	/**
	 * Ask for groups, too, that the directory provider has and that are not synchronized.
	 * @return a copy that includes these groups
	 */
	public DirectoryGroupQuery withExternalGroups() {
		return with("include_external_groups", true);
	}

}
