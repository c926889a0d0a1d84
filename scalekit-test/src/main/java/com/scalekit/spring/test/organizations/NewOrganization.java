package com.scalekit.spring.test.organizations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.organizations.StoredOrganization.Feature;

/**
 * The details of an organization that a test adds. The rules of the API apply.
 *
 * @see Organizations#add(NewOrganization)
 */
public final class NewOrganization {

	private final String displayName;

	private @Nullable String externalId;

	private @Nullable String slug;

	private @Nullable String logoUrl;

	private final Map<String, String> metadata = new LinkedHashMap<>();

	private final List<Feature> features = new ArrayList<>();

	private NewOrganization(String displayName) {
		this.displayName = displayName;
	}

	/**
	 * Describe an organization. <pre class="code">
	 * NewOrganization.named("Acme").externalId("t-1").metadata("tier", "gold").feature("sso")
	 * </pre>
	 * @param displayName the name, 1 to 200 characters
	 * @return the organization
	 */
	public static NewOrganization named(String displayName) {
		return new NewOrganization(displayName);
	}

	/**
	 * Set the id that the application knows the organization by.
	 * @param externalId the external id, unique among all organizations, or {@code null}
	 * if there is none
	 * @return this organization
	 */
	public NewOrganization externalId(@Nullable String externalId) {
		this.externalId = externalId;
		return this;
	}

	/**
	 * Set the slug.
	 * @param slug the slug, 1 to 253 lower-case letters, digits, hyphens and dots, unique
	 * among all organizations
	 * @return this organization
	 */
	public NewOrganization slug(String slug) {
		this.slug = slug;
		return this;
	}

	/**
	 * Set the URL of the logo.
	 * @param logoUrl the URL, at most 1024 characters that begin with {@code https://}
	 * @return this organization
	 */
	public NewOrganization logoUrl(String logoUrl) {
		this.logoUrl = logoUrl;
		return this;
	}

	/**
	 * Add a pair to the metadata, at most 10.
	 * @param key the key, 3 to 25 characters
	 * @param value the value, 1 to 256 characters
	 * @return this organization
	 */
	public NewOrganization metadata(String key, String value) {
		this.metadata.put(key, value);
		return this;
	}

	/**
	 * Enable a feature.
	 * @param name the name of the feature: {@code sso}, {@code dir_sync},
	 * {@code domain_verification} or {@code session_policy}
	 * @return this organization
	 */
	public NewOrganization feature(String name) {
		this.features.add(new Feature(name, true));
		return this;
	}

	OrganizationInput toInput() {
		return new OrganizationInput(this.displayName, this.externalId, this.slug, this.logoUrl, this.metadata);
	}

	List<Feature> features() {
		return this.features;
	}

}
