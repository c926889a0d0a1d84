package com.example.console.organizations;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import com.scalekit.spring.client.organizations.Organization;
import com.scalekit.spring.client.organizations.OrganizationSettings;
import com.scalekit.spring.client.organizations.PortalFeature;

/**
 * The features that an organization may have. Scalekit's list of them is open, so those
 * that an organization has already are there, too.
 */
final class Features {

	private static final List<String> KNOWN = List.of("sso", "dir_sync", "domain_verification", "session_policy");

	private Features() {
	}

	static Set<String> of(Organization organization) {
		Set<String> features = new LinkedHashSet<>(KNOWN);
		settings(organization).features().forEach((feature) -> features.add(feature.name()));
		return features;
	}

	static boolean isEnabled(Organization organization, String feature) {
		return settings(organization).isEnabled(feature);
	}

	static List<String> enabled(Organization organization) {
		return of(organization).stream().filter((feature) -> isEnabled(organization, feature)).toList();
	}

	/**
	 * Return what the admin portal can be opened for.
	 */
	static List<PortalFeature> ofPortal(Organization organization) {
		return Stream.of(PortalFeature.values())
			.filter((feature) -> isEnabled(organization, feature.name().toLowerCase(Locale.ROOT)))
			.toList();
	}

	private static OrganizationSettings settings(Organization organization) {
		return (organization.settings() != null) ? organization.settings() : OrganizationSettings.none();
	}

}
