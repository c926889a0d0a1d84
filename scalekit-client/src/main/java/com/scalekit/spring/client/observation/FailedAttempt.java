package com.scalekit.spring.client.observation;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * An attempt to make a call that failed. There are only a few different ones, since it
 * has none of the values of the call.
 *
 * @param method the HTTP method
 * @param uriTemplate the template of the path, such as
 * {@code /api/v1/organizations/{id}}, or {@code null} if the call was made without one
 * @param status the HTTP status, or {@code null} if there was no response
 */
public record FailedAttempt(HttpMethod method, @Nullable String uriTemplate, @Nullable Integer status) {

}
