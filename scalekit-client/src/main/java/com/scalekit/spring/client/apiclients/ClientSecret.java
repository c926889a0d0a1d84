package com.scalekit.spring.client.apiclients;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.jspecify.annotations.Nullable;

/**
 * A secret of an API client. {@code toString} leaves its value out.
 *
 * @param id the identifier, starting with {@code sec_}
 * @param status whether the secret can be used, {@link Status#UNKNOWN} if Scalekit does
 * not say, as it may for an active one
 * @param secretSuffix the last characters of the secret
 * @param plainSecret the secret itself, only set when it is created
 * @param createdBy who created the secret
 * @param createTime when the secret was created
 * @param updateTime when it was last changed
 * @param expireTime when it ends, {@code null} for never
 * @param lastUsedTime when it was last used
 */
public record ClientSecret(String id, Status status, String secretSuffix, @Nullable String plainSecret,
		@Nullable String createdBy, @Nullable Instant createTime, @Nullable Instant updateTime,
		@Nullable Instant expireTime, @Nullable Instant lastUsedTime) {

	@Override
	public String toString() {
		return "ClientSecret[id=%s, status=%s, secretSuffix=%s, expireTime=%s]".formatted(this.id, this.status,
				this.secretSuffix, this.expireTime);
	}

	/**
	 * Whether a secret can be used.
	 */
	public enum Status {

		/**
		 * The secret can be used.
		 */
		ACTIVE,

		/**
		 * The secret cannot be used.
		 */
		INACTIVE,

		/**
		 * A status this version of the client does not know.
		 */
		@JsonEnumDefaultValue
		UNKNOWN

	}

}
