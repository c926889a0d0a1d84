package com.scalekit.spring.client.domains;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Enveloped;

/**
 * A domain of an organization.
 *
 * @param id the identifier, starting with {@code dom_}
 * @param domain the domain, such as {@code acme.com}
 * @param domainType what the domain is used for
 * @param organizationId the identifier of the organization
 * @param environmentId the identifier of the environment
 * @param verificationStatus whether the ownership of the domain is verified
 * @param verificationMethod how the ownership of the domain is verified
 * @param createTime when the domain was added
 * @param updateTime when it was last changed
 */
@Enveloped("domain")
public record Domain(String id, String domain, DomainType domainType, String organizationId, String environmentId,
		VerificationStatus verificationStatus, VerificationMethod verificationMethod, @Nullable Instant createTime,
		@Nullable Instant updateTime) {

	/**
	 * Whether the ownership of a domain is verified.
	 */
	public enum VerificationStatus {

		/**
		 * The verification has not ended.
		 */
		PENDING,

		/**
		 * The ownership is verified.
		 */
		VERIFIED,

		/**
		 * The ownership could not be verified.
		 */
		FAILED,

		/**
		 * The domain needs no verification.
		 */
		AUTO_VERIFIED,

		/**
		 * A status this version of the client does not know.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

	/**
	 * How the ownership of a domain is verified.
	 */
	public enum VerificationMethod {

		/**
		 * By an administrator.
		 */
		ADMIN,

		/**
		 * By a DNS record.
		 */
		DNS,

		/**
		 * The domain needs no verification.
		 */
		NOT_APPLICABLE,

		/**
		 * A method this version of the client does not know.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

}
