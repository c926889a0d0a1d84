package com.scalekit.spring.client.organizations;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Changes to an organization. What is not set is not sent and stays as it is. Instances
 * are immutable: each {@code with} method returns a changed copy.
 *
 * @param displayName the new name, 1 to 200 characters
 * @param externalId the new identifier of the application's own
 * @param metadata the new data of the application's own: at most 10 pairs, keys of 3 to
 * 25 and values of 1 to 256 characters
 * @param slug the new name used in URLs, an empty one to remove it
 * @param logoUrl the new {@code https} URL of the logo, at most 1024 characters
 */
public record UpdateOrganization(@Nullable String displayName, @Nullable String externalId,
		@Nullable Map<String, String> metadata, @Nullable String slug, @Nullable String logoUrl) {

	private static final UpdateOrganization NONE = new UpdateOrganization(null, null, null, null, null);

	/**
	 * Create changes to an organization; {@code null} leaves a value as it is.
	 * @param displayName the new name
	 * @param externalId the new identifier of the application's own
	 * @param metadata the new data of the application's own
	 * @param slug the new name used in URLs
	 * @param logoUrl the new URL of the logo
	 */
	public UpdateOrganization {
		metadata = (metadata != null) ? Map.copyOf(metadata) : null;
	}

	/**
	 * Start with no changes.
	 * @return changes that change nothing
	 */
	public static UpdateOrganization none() {
		return NONE;
	}

	/**
	 * Change the name.
	 * @param displayName the new name, 1 to 200 characters
	 * @return a copy with the change
	 */
	public UpdateOrganization withDisplayName(String displayName) {
		return new UpdateOrganization(displayName, this.externalId, this.metadata, this.slug, this.logoUrl);
	}

	/**
	 * Change the application's own identifier of the tenant.
	 * @param externalId the new identifier, unique within the environment
	 * @return a copy with the change
	 */
	public UpdateOrganization withExternalId(String externalId) {
		return new UpdateOrganization(this.displayName, externalId, this.metadata, this.slug, this.logoUrl);
	}

	/**
	 * Change the application's own data. Scalekit does not document whether it adds these
	 * pairs to the present ones or replaces them: send all pairs that are to be there.
	 * @param metadata at most 10 pairs, keys of 3 to 25 and values of 1 to 256 characters
	 * @return a copy with the change
	 */
	public UpdateOrganization withMetadata(Map<String, String> metadata) {
		return new UpdateOrganization(this.displayName, this.externalId, metadata, this.slug, this.logoUrl);
	}

	/**
	 * Change the name used in URLs and for sign-in.
	 * @param slug lower case letters, digits, hyphens and dots, at most 253 characters;
	 * empty to remove the name
	 * @return a copy with the change
	 */
	public UpdateOrganization withSlug(String slug) {
		return new UpdateOrganization(this.displayName, this.externalId, this.metadata, slug, this.logoUrl);
	}

	/**
	 * Change the logo.
	 * @param logoUrl an {@code https} URL, at most 1024 characters
	 * @return a copy with the change
	 */
	public UpdateOrganization withLogoUrl(String logoUrl) {
		return new UpdateOrganization(this.displayName, this.externalId, this.metadata, this.slug, logoUrl);
	}

}
