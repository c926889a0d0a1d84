package com.scalekit.spring.client.organizations;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to change an organization. What is not set is not sent and stays as it is.
 * Instances are immutable: each {@code with} method returns a changed copy.
 */
public final class UpdateOrganization extends JsonObject<UpdateOrganization> {

	private UpdateOrganization(Map<String, @Nullable Object> members) {
		super(UpdateOrganization::new, members);
	}

	/**
	 * Start with no changes.
	 * @return a request that changes nothing
	 */
	public static UpdateOrganization none() {
		return new UpdateOrganization(Map.of());
	}

	/**
	 * Change the name.
	 * @param displayName the new name, 1 to 200 characters
	 * @return a copy with the change
	 */
	public UpdateOrganization withDisplayName(String displayName) {
		return with("display_name", displayName);
	}

	/**
	 * Change the application's own identifier of the tenant.
	 * @param externalId the new identifier, unique within the environment
	 * @return a copy with the change
	 */
	public UpdateOrganization withExternalId(String externalId) {
		return with("external_id", externalId);
	}

	/**
	 * Change the application's own data. Scalekit does not document whether it adds these
	 * pairs to the present ones or replaces them: send all pairs that are to be there.
	 * @param metadata at most 10 pairs, keys of 3 to 25 and values of 1 to 256 characters
	 * @return a copy with the change
	 */
	public UpdateOrganization withMetadata(Map<String, String> metadata) {
		return with("metadata", metadata);
	}

	/**
	 * Change the name used in URLs and for sign-in.
	 * @param slug lower case letters, digits, hyphens and dots, at most 253 characters;
	 * empty to remove the name
	 * @return a copy with the change
	 */
	public UpdateOrganization withSlug(String slug) {
		return with("slug", slug);
	}

	/**
	 * Change the logo.
	 * @param logoUrl an {@code https} URL, at most 1024 characters
	 * @return a copy with the change
	 */
	public UpdateOrganization withLogoUrl(String logoUrl) {
		return with("logo_url", logoUrl);
	}

}
