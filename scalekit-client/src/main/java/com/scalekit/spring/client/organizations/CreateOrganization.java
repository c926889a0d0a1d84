package com.scalekit.spring.client.organizations;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An organization to be created. Instances are immutable: each {@code with} method
 * returns a changed copy.
 *
 * @param displayName the name shown to people, 1 to 200 characters
 * @param externalId the application's own identifier of the tenant, unique within the
 * environment
 * @param metadata the application's own data: at most 10 pairs, keys of 3 to 25 and
 * values of 1 to 256 characters
 * @param slug the name used in URLs and for sign-in, unique within the environment: lower
 * case letters, digits, hyphens and dots, at most 253 characters
 * @param logoUrl the {@code https} URL of the logo, at most 1024 characters
 */
public record CreateOrganization(String displayName, @Nullable String externalId,
		@Nullable Map<String, String> metadata, @Nullable String slug, @Nullable String logoUrl) {

	/**
	 * Create an organization to be created.
	 * @param displayName the name shown to people
	 * @param externalId the application's own identifier of the tenant
	 * @param metadata the application's own data
	 * @param slug the name used in URLs
	 * @param logoUrl the URL of the logo
	 * @throws IllegalArgumentException if there is no display name
	 */
	public CreateOrganization {
		Assert.hasText(displayName, "'displayName' must not be empty");
		metadata = (metadata != null) ? Map.copyOf(metadata) : null;
	}

	/**
	 * Start with a name.
	 * @param displayName the name shown to people, 1 to 200 characters
	 * @return the organization to be created
	 * @throws IllegalArgumentException if the name is empty
	 */
	public static CreateOrganization named(String displayName) {
		return new CreateOrganization(displayName, null, null, null, null);
	}

	/**
	 * Set the application's own identifier of the tenant.
	 * @param externalId the identifier, unique within the environment
	 * @return a copy with the identifier
	 */
	public CreateOrganization withExternalId(String externalId) {
		return new CreateOrganization(this.displayName, externalId, this.metadata, this.slug, this.logoUrl);
	}

	/**
	 * Set the application's own data.
	 * @param metadata at most 10 pairs, keys of 3 to 25 and values of 1 to 256 characters
	 * @return a copy with the data
	 */
	public CreateOrganization withMetadata(Map<String, String> metadata) {
		return new CreateOrganization(this.displayName, this.externalId, metadata, this.slug, this.logoUrl);
	}

	/**
	 * Set the name used in URLs and for sign-in.
	 * @param slug lower case letters, digits, hyphens and dots, at most 253 characters
	 * @return a copy with the name
	 */
	public CreateOrganization withSlug(String slug) {
		return new CreateOrganization(this.displayName, this.externalId, this.metadata, slug, this.logoUrl);
	}

	/**
	 * Set the logo.
	 * @param logoUrl an {@code https} URL, at most 1024 characters
	 * @return a copy with the logo
	 */
	public CreateOrganization withLogoUrl(String logoUrl) {
		return new CreateOrganization(this.displayName, this.externalId, this.metadata, this.slug, logoUrl);
	}

}
