package com.scalekit.spring.test.permissions;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A permission as the server keeps it, at one moment. This type gets new components when
 * Scalekit's permissions do, so its constructor is no part of the API.
 *
 * @param id the id, such as {@code perm_1234}
 * @param name the name
 * @param description what the permission allows, may be empty
 * @param scalekitPermission whether the permission is one of the service itself
 * @param createTime when the permission was created
 * @param updateTime when the permission was last changed
 */
public record StoredPermission(String id, String name, String description,
		@JsonProperty("is_scalekit_permission") boolean scalekitPermission, Instant createTime, Instant updateTime) {

}
