package com.scalekit.spring.client.organizations;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Enveloped;

/**
 * An organization: a tenant of the application.
 *
 * @param id the identifier, starting with {@code org_}
 * @param displayName the name shown to people, empty if Scalekit sends none
 * @param externalId the application's own identifier of the tenant, if it has set one
 * @param regionCode where the organization's data is kept
 * @param slug the name used in URLs and for sign-in, if there is one
 * @param logoUrl the URL of the logo, if there is one
 * @param metadata the application's own data, in the order received; never {@code null},
 * but its values may be
 * @param settings the features that were switched on or off, {@code null} if none ever
 * was
 * @param createTime when the organization was created
 * @param updateTime when it was last changed
 */
@Enveloped("organization")
public record Organization(String id, String displayName, @Nullable String externalId, @Nullable RegionCode regionCode,
		@Nullable String slug, @Nullable String logoUrl, Map<String, String> metadata,
		@Nullable OrganizationSettings settings, @Nullable Instant createTime, @Nullable Instant updateTime) {

}
