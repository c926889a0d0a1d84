package com.scalekit.spring.client.permissions;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Enveloped;

/**
 * A permission.
 *
 * @param id the identifier, starting with {@code perm_}
 * @param name the name, by which operations and access tokens refer to the permission
 * @param description what the permission allows
 * @param scalekitPermission whether the permission is one of Scalekit's own
 * @param createTime when the permission was created
 * @param updateTime when it was last changed
 */
@Enveloped("permission")
public record Permission(String id, String name, String description,
		@JsonProperty("is_scalekit_permission") boolean scalekitPermission, @Nullable Instant createTime,
		@Nullable Instant updateTime) {

}
