package com.scalekit.spring.client.users;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An account at an identity provider that a user signs in with.
 *
 * @param connectionId the identifier of the connection, starting with {@code conn_}
 * @param connectionType the type of the connection
 * @param connectionProvider the identity provider, such as {@code OKTA}, {@code GOOGLE},
 * {@code MICROSOFT_AD}, {@code GITHUB} or {@code CUSTOM}
 * @param connectionUserId the identifier of the account at the identity provider
 * @param social whether the identity provider is a social network or the like
 * @param createdTime when the account was first used
 * @param lastLoginTime when it was last used to sign in
 * @param lastSyncedTime when its data were last taken over
 */
public record ExternalIdentity(String connectionId, String connectionType, String connectionProvider,
		String connectionUserId, @JsonProperty("is_social") boolean social, @Nullable Instant createdTime,
		@Nullable Instant lastLoginTime, @Nullable Instant lastSyncedTime) {

}
