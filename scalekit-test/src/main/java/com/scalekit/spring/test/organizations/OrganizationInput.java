package com.scalekit.spring.test.organizations;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The body that creates an organization.
 */
record OrganizationInput(String displayName, @Nullable String externalId, @Nullable String slug,
		@Nullable String logoUrl, @Nullable Map<String, String> metadata) {

	OrganizationInput {
		metadata = (metadata != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(metadata)) : null;
	}

}
