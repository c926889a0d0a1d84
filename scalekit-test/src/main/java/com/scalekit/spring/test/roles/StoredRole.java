package com.scalekit.spring.test.roles;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A role as the server keeps it, at one moment. This type gets new components when
 * Scalekit's roles do, so its constructor is no part of the API.
 *
 * @param id the id, such as {@code role_1234}
 * @param name the name
 * @param displayName the name that is shown to people
 * @param description what the role is for, may be empty
 * @param baseRole the name of the role that this one extends, or {@code null}
 * @param organizationId the id of the organization that the role belongs to, or
 * {@code null} if it is one of the environment
 * @param permissions the names of the permissions that the role has, without those that
 * it inherits
 */
public record StoredRole(String id, String name, String displayName, String description,
		@JsonProperty("extends") @Nullable String baseRole, @Nullable String organizationId, List<String> permissions) {

}
