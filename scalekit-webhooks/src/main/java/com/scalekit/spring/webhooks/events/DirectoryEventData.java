package com.scalekit.spring.webhooks.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Directory of a {@link DirectoryEvent}.
 *
 * @param id the identifier, starting with {@code dir_}
 * @param organizationId the identifier of the organization
 * @param directoryType the type of the directory, such as {@code SCIM}
 * @param provider the provider of the directory, such as {@code OKTA}
 * @param enabled whether the directory is enabled
 * @param updatedAt when the directory was last changed
 */
public record DirectoryEventData(String id, String organizationId, String directoryType, String provider,
		boolean enabled, @Nullable Instant updatedAt) {

}
