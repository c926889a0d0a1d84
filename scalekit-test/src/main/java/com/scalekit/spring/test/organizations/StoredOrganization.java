package com.scalekit.spring.test.organizations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.Json;

/**
 * An organization as the server keeps it, at one moment. What is not set is {@code null}.
 * This type gets new components when Scalekit's organizations do, so its constructor is
 * no part of the API.
 *
 * @param id the id, such as {@code org_1234}
 * @param displayName the name
 * @param externalId the id that the application knows the organization by, or
 * {@code null}
 * @param slug the slug, or {@code null}
 * @param logoUrl the URL of the logo, or {@code null}
 * @param metadata the metadata, may be empty
 * @param regionCode the region
 * @param settings the features that were ever set, or {@code null} if there are none
 * @param sessionPolicy the session policy, which applies if the feature
 * {@code session_policy} is enabled
 * @param userManagement how many users there may be
 * @param createTime when the organization was created, in milliseconds as in the samples
 * of the service
 * @param updateTime when the organization was last changed, in microseconds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoredOrganization(String id, String displayName, @Nullable String externalId, @Nullable String slug,
		@Nullable String logoUrl, Map<String, String> metadata, String regionCode, @Nullable Settings settings,
		@JsonIgnore StoredSessionPolicy sessionPolicy, @JsonIgnore UserManagement userManagement, Instant createTime,
		Instant updateTime) {

	static final String SESSION_POLICY_FEATURE = "session_policy";

	static StoredOrganization create(String id, OrganizationInput input, Instant now) {
		return new StoredOrganization(id, input.displayName(), orNull(input.externalId()), orNull(input.slug()),
				orNull(input.logoUrl()), (input.metadata() != null) ? input.metadata() : Map.of(), "US", null,
				StoredSessionPolicy.APPLICATION, UserManagement.OFF, now.truncatedTo(ChronoUnit.MILLIS), now);
	}

	private static @Nullable String orNull(@Nullable String text) {
		return (text != null && !text.isEmpty()) ? text : null;
	}

	StoredOrganization withFeatures(List<Feature> features) {
		Map<String, Feature> merged = new LinkedHashMap<>();
		if (this.settings != null) {
			this.settings.features().forEach((feature) -> merged.put(feature.name(), feature));
		}
		features.forEach((feature) -> merged.put(feature.name(), feature));
		return (!merged.isEmpty()) ? with("settings", new Settings(List.copyOf(merged.values()))) : this;
	}

	StoredOrganization withSessionPolicy(StoredSessionPolicy sessionPolicy) {
		return with("session_policy", sessionPolicy);
	}

	StoredOrganization withUserManagement(UserManagement userManagement) {
		return with("user_management", userManagement);
	}

	StoredOrganization withUpdateTime(Instant updateTime) {
		return with("update_time", updateTime);
	}

	private StoredOrganization with(String member, Object value) {
		return Json.with(this, Map.of(member, value));
	}

	/**
	 * Return whether a feature is enabled.
	 * @param name the name of the feature, such as {@code sso}
	 * @return whether the feature is enabled
	 */
	public boolean hasFeature(String name) {
		return this.settings != null && this.settings.features()
			.stream()
			.anyMatch((feature) -> feature.enabled() && feature.name().equals(name));
	}

	/**
	 * How many users there may be.
	 *
	 * @param maxAllowedUsers the largest number of users, {@code 0} for any number, or
	 * {@code null} if they are not limited by the organization
	 */
	public record UserManagement(@Nullable Integer maxAllowedUsers) {

		static final UserManagement OFF = new UserManagement(null);

	}

	/**
	 * The settings.
	 *
	 * @param features the features, enabled or not
	 */
	public record Settings(List<Feature> features) {
	}

	/**
	 * A feature.
	 *
	 * @param name the name, such as {@code sso}
	 * @param enabled whether the feature is enabled
	 */
	public record Feature(String name, boolean enabled) {
	}

}
