package com.scalekit.spring.test.api;

/**
 * The body of a request.
 *
 * @param prefix what violations put before the names of members, or {@code ""}; it is no
 * part of the JSON
 * @param object the object that is sent
 */
public record ApiRequestBody(String prefix, ApiObject object) {
}
