package com.scalekit.spring.webhooks.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Domain of an {@link OrganizationDomainEvent}.
 *
 * @param id the identifier, starting with {@code dom_}
 * @param domain the name of the domain
 * @param domainType what the domain is used for
 * @param organizationId the identifier of the organization
 * @param environmentId the identifier of the environment
 * @param txtRecordKey the name of the DNS record that proves the ownership
 * @param txtRecordSecret the value of that DNS record
 * @param verificationStatus whether the domain is verified
 * @param verificationMethod how the domain is verified, {@code null} if Scalekit does not
 * tell
 * @param updatedAt when the domain was last changed
 */
public record OrganizationDomainEventData(String id, String domain, DomainType domainType, String organizationId,
		String environmentId, @Nullable String txtRecordKey, @Nullable String txtRecordSecret,
		DomainVerificationStatus verificationStatus, @Nullable DomainVerificationMethod verificationMethod,
		@Nullable Instant updatedAt) {

}
