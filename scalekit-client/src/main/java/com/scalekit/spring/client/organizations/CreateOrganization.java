package com.scalekit.spring.client.organizations;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to create an organization. Instances are immutable: each {@code with} method
 * returns a changed copy.
 */
public final class CreateOrganization extends JsonObject<CreateOrganization> {

	private CreateOrganization(Map<String, @Nullable Object> members) {
		super(CreateOrganization::new, members);
	}

	/**
	 * Start with a name.
	 * @param displayName the name shown to people, 1 to 200 characters
	 * @return a request with the name
	 * @throws IllegalArgumentException if the name is empty
	 */
	public static CreateOrganization named(String displayName) {
		Assert.hasText(displayName, "'display_name' must not be empty");
		return new CreateOrganization(Map.of()).with("display_name", displayName);
	}

	/**
	 * Set the application's own identifier of the tenant.
	 * @param externalId the identifier, unique within the environment
	 * @return a copy with the identifier
	 */
	public CreateOrganization withExternalId(String externalId) {
		return with("external_id", externalId);
	}

	/**
	 * Set the application's own data.
	 * @param metadata at most 10 pairs, keys of 3 to 25 and values of 1 to 256 characters
	 * @return a copy with the data
	 */
	public CreateOrganization withMetadata(Map<String, String> metadata) {
		return with("metadata", metadata);
	}

	/**
	 * Set the name used in URLs and for sign-in.
	 * @param slug lower case letters, digits, hyphens and dots, at most 253 characters
	 * @return a copy with the name
	 */
	public CreateOrganization withSlug(String slug) {
		return with("slug", slug);
	}

	/**
	 * Set the logo.
	 * @param logoUrl an {@code https} URL, at most 1024 characters
	 * @return a copy with the logo
	 */
	public CreateOrganization withLogoUrl(String logoUrl) {
		return with("logo_url", logoUrl);
	}

}
