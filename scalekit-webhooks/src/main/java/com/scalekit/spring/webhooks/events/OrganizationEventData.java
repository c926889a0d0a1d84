package com.scalekit.spring.webhooks.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Organization of an {@link OrganizationEvent}.
 *
 * @param id the identifier, starting with {@code org_}
 * @param displayName the name shown to people
 * @param externalId the application's own identifier of the tenant, if it has set one
 * @param regionCode where the organization's data is kept, such as {@code US}
 * @param createTime when the organization was created
 * @param updateTime when it was last changed
 * @param deletedAt when it was deleted, {@code null} if it was not
 * @param metadata the application's own data
 * @param settings the features that were switched on or off, {@code null} if Scalekit
 * sends none
 */
public record OrganizationEventData(String id, String displayName, @Nullable String externalId,
		@Nullable String regionCode, @Nullable Instant createTime, @Nullable Instant updateTime,
		@Nullable Instant deletedAt, Map<String, @Nullable Object> metadata, @Nullable Settings settings) {

	/**
	 * Settings of an organization.
	 *
	 * @param features the features that were switched on or off
	 */
	public record Settings(List<Feature> features) {

	}

	/**
	 * Feature of an organization.
	 *
	 * @param name the name, such as {@code sso}
	 * @param enabled whether the feature is switched on
	 */
	public record Feature(String name, boolean enabled) {

	}

}
