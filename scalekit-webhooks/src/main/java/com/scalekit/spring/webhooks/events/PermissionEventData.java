package com.scalekit.spring.webhooks.events;

import org.jspecify.annotations.Nullable;

/**
 * Permission of a {@link PermissionEvent}.
 *
 * @param id the identifier
 * @param name the name, which is in the tokens
 * @param description what the permission is for, if there is a description
 */
public record PermissionEventData(String id, String name, @Nullable String description) {

}
