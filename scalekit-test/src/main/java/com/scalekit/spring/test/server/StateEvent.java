package com.scalekit.spring.test.server;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A change of the state that the service tells applications about.
 *
 * @param type the type, such as {@code organization.created}
 * @param organizationId the id of the organization that the change happened in, or
 * {@code null} if there is none
 * @param data returns what is known of the resource, to be called while the lock is held
 */
public record StateEvent(String type, @Nullable String organizationId, Supplier<?> data) {
}
