package com.scalekit.spring.test.organizations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

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

	static final List<String> FEATURES = List.of("sso", "dir_sync", "domain_verification", SESSION_POLICY_FEATURE);

	static StoredOrganization create(String id, OrganizationInput input, Instant now) {
		return new StoredOrganization(id, "", null, null, null, Map.of(), "US", null, StoredSessionPolicy.APPLICATION,
				UserManagement.OFF, now.truncatedTo(ChronoUnit.MILLIS), now)
			.apply(input, now);
	}

	/**
	 * Change what the input holds; an empty text clears. Metadata is replaced as a whole:
	 * whether the service does so or merges is not documented.
	 */
	StoredOrganization apply(OrganizationInput input, Instant now) {
		return new StoredOrganization(this.id, (input.displayName() != null) ? input.displayName() : this.displayName,
				change(this.externalId, input.externalId()), change(this.slug, input.slug()),
				change(this.logoUrl, input.logoUrl()), (input.metadata() != null) ? input.metadata() : this.metadata,
				this.regionCode, this.settings, this.sessionPolicy, this.userManagement, this.createTime,
				now.truncatedTo(ChronoUnit.MICROS));
	}

	private static @Nullable String change(@Nullable String current, @Nullable String input) {
		if (input == null) {
			return current;
		}
		return (!input.isEmpty()) ? input : null;
	}

	StoredOrganization withFeatures(List<Feature> features, Instant now) {
		Map<String, Feature> merged = new LinkedHashMap<>();
		if (this.settings != null) {
			this.settings.features().forEach((feature) -> merged.put(feature.name(), feature));
		}
		features.forEach((feature) -> merged.put(feature.name(), feature));
		return with((!merged.isEmpty()) ? new Settings(List.copyOf(merged.values())) : null, this.sessionPolicy,
				this.userManagement, now);
	}

	StoredOrganization withSessionPolicy(StoredSessionPolicy sessionPolicy, Instant now) {
		return with(this.settings, sessionPolicy, this.userManagement, now);
	}

	StoredOrganization withUserManagement(UserManagement userManagement, Instant now) {
		return with(this.settings, this.sessionPolicy, userManagement, now);
	}

	private StoredOrganization with(@Nullable Settings settings, StoredSessionPolicy sessionPolicy,
			UserManagement userManagement, Instant now) {
		return new StoredOrganization(this.id, this.displayName, this.externalId, this.slug, this.logoUrl,
				this.metadata, this.regionCode, settings, sessionPolicy, userManagement, this.createTime,
				now.truncatedTo(ChronoUnit.MICROS));
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
