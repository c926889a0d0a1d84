package com.scalekit.spring.webhooks.events;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Organization of a user in an event.
 *
 * @param id the identifier, starting with {@code org_}
 * @param displayName the name shown to people
 * @param externalId the application's own identifier of the tenant, if it has set one
 * @param regionCode where the organization's data is kept, such as {@code US}
 * @param createTime when the organization was created
 * @param updateTime when it was last changed
 * @param metadata the application's own data
 * @param settings the settings as Scalekit sends them
 */
public record EventOrganization(String id, String displayName, @Nullable String externalId, @Nullable String regionCode,
		@Nullable Instant createTime, @Nullable Instant updateTime, Map<String, @Nullable Object> metadata,
		Map<String, @Nullable Object> settings) {

}
