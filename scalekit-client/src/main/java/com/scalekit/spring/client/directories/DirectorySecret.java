package com.scalekit.spring.client.directories;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import org.jspecify.annotations.Nullable;

/**
 * A secret that a directory provider authenticates with. Its value is not part of it.
 *
 * @param id the identifier
 * @param directoryId the identifier of the directory
 * @param status whether the secret can be used, {@link Status#UNKNOWN} if Scalekit does
 * not say, as it may for an active one
 * @param secretSuffix the last characters of the secret
 * @param createTime when the secret was created
 * @param expireTime when it ends, {@code null} for never
 * @param lastUsedTime when it was last used
 */
public record DirectorySecret(String id, String directoryId, Status status, String secretSuffix,
		@Nullable Instant createTime, @Nullable Instant expireTime, @Nullable Instant lastUsedTime) {

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
