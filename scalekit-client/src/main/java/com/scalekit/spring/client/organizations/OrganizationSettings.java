package com.scalekit.spring.client.organizations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * The features that are switched on or off for an organization. Instances are immutable:
 * {@link #withFeature} returns a changed copy.
 */
public final class OrganizationSettings extends JsonObject<OrganizationSettings> {

	private OrganizationSettings(Map<String, @Nullable Object> members) {
		super(OrganizationSettings::new, members);
	}

	/**
	 * Start with no features.
	 * @return settings that switch nothing
	 */
	public static OrganizationSettings none() {
		return of(List.of());
	}

	@JsonCreator
	static OrganizationSettings of(@JsonProperty("features") List<Feature> features) {
		return new OrganizationSettings(Map.of()).with("features", features);
	}

	/**
	 * Switch a feature on or off.
	 * @param name the feature, an open set of names such as {@code sso},
	 * {@code dir_sync}, {@code domain_verification} or {@code session_policy}
	 * @param enabled whether the feature is on
	 * @return a copy with the feature
	 * @throws IllegalArgumentException if the name is empty
	 */
	public OrganizationSettings withFeature(String name, boolean enabled) {
		Assert.hasText(name, "'name' must not be empty");
		List<Feature> features = new ArrayList<>(features());
		features.removeIf((feature) -> feature.name().equals(name));
		features.add(new Feature(name, enabled));
		return of(features);
	}

	/**
	 * Return the features.
	 * @return the features, never {@code null}
	 */
	public List<Feature> features() {
		return Objects.requireNonNull(get("features"));
	}

	/**
	 * Whether a feature is on.
	 * @param name the feature
	 * @return {@code true} if it was switched on
	 */
	public boolean isEnabled(String name) {
		return features().stream().anyMatch((feature) -> feature.enabled() && feature.name().equals(name));
	}

	/**
	 * A feature that is switched on or off.
	 *
	 * @param name the name of the feature
	 * @param enabled whether the feature is on
	 */
	public record Feature(String name, boolean enabled) {
	}

}
