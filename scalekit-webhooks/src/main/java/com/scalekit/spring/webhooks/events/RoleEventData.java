package com.scalekit.spring.webhooks.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Role of a {@link RoleEvent}.
 *
 * @param id the identifier
 * @param name the name, which is in the tokens
 * @param displayName the name shown to people
 * @param description what the role is for, if there is a description
 * @param baseRole the name of the role that this one extends, if there is one
 */
public record RoleEventData(String id, String name, String displayName, @Nullable String description,
		@JsonProperty("extends") @Nullable String baseRole) {

}
