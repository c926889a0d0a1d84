package com.scalekit.spring.test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An organization, as it is kept and as it is printed: what is not set is left out. Times
 * are of mixed precision, as in the samples of the service.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Organization(String id, String displayName, @Nullable String externalId, @Nullable String slug,
		@Nullable String logoUrl, Map<String, String> metadata, String regionCode, @Nullable Settings settings,
		@JsonIgnore SessionPolicy sessionPolicy, @JsonIgnore UserManagement userManagement, Instant createTime,
		Instant updateTime) {

	static final String SESSION_POLICY_FEATURE = "session_policy";

	static final List<String> FEATURES = List.of("sso", "dir_sync", "domain_verification", SESSION_POLICY_FEATURE);

	Organization {
		createTime = createTime.truncatedTo(ChronoUnit.MILLIS);
		updateTime = updateTime.truncatedTo(ChronoUnit.MICROS);
	}

	static Organization create(String id, OrganizationInput input, Instant now) {
		return new Organization(id, "", null, null, null, Map.of(), "US", null, SessionPolicy.APPLICATION,
				UserManagement.OFF, now, now)
			.apply(input, now);
	}

	/**
	 * Change what the input holds; an empty text clears. Metadata is replaced as a whole:
	 * whether the service does so or merges is not documented.
	 */
	Organization apply(OrganizationInput input, Instant now) {
		return new Organization(this.id, (input.displayName() != null) ? input.displayName() : this.displayName,
				change(this.externalId, input.externalId()), change(this.slug, input.slug()),
				change(this.logoUrl, input.logoUrl()), (input.metadata() != null) ? input.metadata() : this.metadata,
				this.regionCode, this.settings, this.sessionPolicy, this.userManagement, this.createTime, now);
	}

	private static @Nullable String change(@Nullable String current, @Nullable String input) {
		if (input == null) {
			return current;
		}
		return (!input.isEmpty()) ? input : null;
	}

	Organization withFeatures(List<Feature> features, Instant now) {
		Map<String, Feature> merged = new LinkedHashMap<>();
		if (this.settings != null) {
			this.settings.features().forEach((feature) -> merged.put(feature.name(), feature));
		}
		features.forEach((feature) -> merged.put(feature.name(), feature));
		return with((!merged.isEmpty()) ? new Settings(List.copyOf(merged.values())) : null, this.sessionPolicy,
				this.userManagement, now);
	}

	Organization withSessionPolicy(SessionPolicy sessionPolicy, Instant now) {
		return with(this.settings, sessionPolicy, this.userManagement, now);
	}

	Organization withUserManagement(UserManagement userManagement, Instant now) {
		return with(this.settings, this.sessionPolicy, userManagement, now);
	}

	private Organization with(@Nullable Settings settings, SessionPolicy sessionPolicy, UserManagement userManagement,
			Instant now) {
		return new Organization(this.id, this.displayName, this.externalId, this.slug, this.logoUrl, this.metadata,
				this.regionCode, settings, sessionPolicy, userManagement, this.createTime, now);
	}

	boolean hasFeature(String name) {
		return this.settings != null && this.settings.features()
			.stream()
			.anyMatch((feature) -> feature.enabled() && feature.name().equals(name));
	}

	/**
	 * How many users there may be: {@code null} if they are not managed, {@code 0} if any
	 * number.
	 */
	record UserManagement(@Nullable Integer maxAllowedUsers) {

		static final UserManagement OFF = new UserManagement(null);

	}

	record Settings(List<Feature> features) {
	}

	record Feature(String name, boolean enabled) {
	}

}
