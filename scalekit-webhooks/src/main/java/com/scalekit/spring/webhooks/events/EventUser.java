package com.scalekit.spring.webhooks.events;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * User in an event.
 *
 * @param id the identifier, starting with {@code usr_}
 * @param email the e-mail address
 * @param externalId the application's own identifier of the user, if it has set one
 * @param createTime when the user was created
 * @param updateTime when the user was last changed
 * @param lastLoginTime when the user last signed in, {@code null} if never
 * @param metadata the application's own data
 * @param userProfile the profile as Scalekit sends it, such as {@code given_name}
 */
public record EventUser(String id, String email, @Nullable String externalId, @Nullable Instant createTime,
		@Nullable Instant updateTime, @Nullable Instant lastLoginTime, Map<String, @Nullable Object> metadata,
		Map<String, @Nullable Object> userProfile) {

}
