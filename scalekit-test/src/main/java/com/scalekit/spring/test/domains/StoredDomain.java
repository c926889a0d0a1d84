package com.scalekit.spring.test.domains;

import java.time.Instant;

/**
 * A domain as the server keeps it, at one moment. This type gets new components when
 * Scalekit's domains do, so its constructor is no part of the API.
 *
 * @param id the id, such as {@code dom_1234}
 * @param domain the domain, such as {@code acme.com}
 * @param domainType {@code ORGANIZATION_DOMAIN} or {@code ALLOWED_EMAIL_DOMAIN}
 * @param organizationId the id of the organization
 * @param environmentId the id of the environment
 * @param verificationStatus {@code PENDING}, {@code VERIFIED}, {@code FAILED} or
 * {@code AUTO_VERIFIED}
 * @param verificationMethod {@code DNS} or {@code NOT_APPLICABLE}
 * @param createTime when the domain was added
 * @param updateTime when the domain was last changed
 */
public record StoredDomain(String id, String domain, String domainType, String organizationId, String environmentId,
		String verificationStatus, String verificationMethod, Instant createTime, Instant updateTime) {
}
