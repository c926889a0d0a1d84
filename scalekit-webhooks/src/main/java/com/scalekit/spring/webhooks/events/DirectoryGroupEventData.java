package com.scalekit.spring.webhooks.events;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Group of a {@link DirectoryGroupEvent}.
 *
 * @param id the identifier, starting with {@code dirgroup_}
 * @param organizationId the identifier of the organization
 * @param directoryId the identifier of the directory, {@code null} if Scalekit sends none
 * @param displayName the name shown to people
 * @param externalId the identifier of the group in other systems, if there is one
 * @param dpId the identifier of the group at the provider of the directory
 * @param rawAttributes the attributes as the provider of the directory sends them
 */
public record DirectoryGroupEventData(String id, String organizationId, @Nullable String directoryId,
		String displayName, @Nullable String externalId, @Nullable String dpId,
		Map<String, @Nullable Object> rawAttributes) {

}
