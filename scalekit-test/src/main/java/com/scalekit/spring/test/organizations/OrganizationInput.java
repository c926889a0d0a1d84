package com.scalekit.spring.test.organizations;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.test.server.Validation;

/**
 * The body that creates or updates an organization.
 */
record OrganizationInput(@Nullable String displayName, @Nullable String externalId, @Nullable String slug,
		@Nullable String logoUrl, @Nullable Map<String, String> metadata) {

	private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

	private static final Pattern SLUG = Pattern.compile("^%1$s(?:\\.%1$s)*$".formatted(LABEL));

	private static final Pattern SLUG_OR_EMPTY = Pattern.compile("^$|" + SLUG);

	private static final Pattern HTTPS = Pattern.compile("^https://");

	OrganizationInput {
		metadata = (metadata != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(metadata)) : null;
	}

	void validateForCreate(Validation validation) {
		validation.length("organization.display_name", (this.displayName != null) ? this.displayName : "", 1, 200);
		validation.length("organization.slug", this.slug, 1, 253).pattern("organization.slug", this.slug, SLUG);
		validateLogoUrlAndMetadata(validation);
	}

	void validateForUpdate(Validation validation) {
		validation.length("organization.display_name", this.displayName, 1, 200);
		validation.length("organization.slug", this.slug, 0, 253)
			.pattern("organization.slug", this.slug, SLUG_OR_EMPTY);
		validateLogoUrlAndMetadata(validation);
	}

	private void validateLogoUrlAndMetadata(Validation validation) {
		validation.length("organization.logo_url", this.logoUrl, 0, 1024)
			.pattern("organization.logo_url", this.logoUrl, HTTPS)
			.metadata("organization.metadata", this.metadata, 10);
	}

}
