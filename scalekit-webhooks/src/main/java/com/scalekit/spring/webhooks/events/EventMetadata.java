package com.scalekit.spring.webhooks.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What each event has, whatever its type.
 *
 * @param specVersion the version of the format, such as {@code 1}
 * @param id the identifier of the event, starting with {@code evt_}
 * @param type the type of the event, such as {@code organization.created}
 * @param object the kind of object in the data, such as {@code Organization}
 * @param occurredAt when the event occurred
 * @param environmentId the identifier of the environment, starting with {@code env_}
 * @param organizationId the identifier of the organization, {@code null} if the event
 * belongs to the environment
 * @param displayName a description of the event for people, if there is one
 */
public record EventMetadata(String specVersion, String id, String type, String object, Instant occurredAt,
		String environmentId, @Nullable String organizationId, @Nullable String displayName) {

}
