package com.scalekit.spring.client.organizations;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The features that are switched on or off for an organization. Instances are immutable:
 * {@link #withFeature} returns a changed copy.
 *
 * @param features the features, never {@code null}
 */
public record OrganizationSettings(List<Feature> features) {

	/**
	 * Create settings.
	 * @param features the features
	 */
	public OrganizationSettings {
		features = copyOf(features);
	}

	private static List<Feature> copyOf(@Nullable List<Feature> features) {
		return (features != null) ? List.copyOf(features) : List.of();
	}

	/**
	 * Start with no features.
	 * @return settings that switch nothing
	 */
	public static OrganizationSettings none() {
		return new OrganizationSettings(List.of());
	}

	/**
	 * Switch a feature on or off.
	 * @param name the feature, an open set of names such as {@code sso},
	 * {@code dir_sync}, {@code domain_verification} or {@code session_policy}
	 * @param enabled whether the feature is on
	 * @return a copy with the feature
	 */
	public OrganizationSettings withFeature(String name, boolean enabled) {
		List<Feature> features = new ArrayList<>(this.features);
		features.removeIf((feature) -> feature.name().equals(name));
		features.add(new Feature(name, enabled));
		return new OrganizationSettings(features);
	}

	/**
	 * Whether a feature is on.
	 * @param name the feature
	 * @return {@code true} if it was switched on
	 */
	public boolean isEnabled(String name) {
		return this.features.stream().anyMatch((feature) -> feature.enabled() && feature.name().equals(name));
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
