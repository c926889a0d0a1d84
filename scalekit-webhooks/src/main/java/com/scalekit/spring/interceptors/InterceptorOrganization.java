package com.scalekit.spring.interceptors;

/**
 * Organization in a request.
 *
 * @param id the identifier, starting with {@code org_}
 * @param name the name shown to people
 */
public record InterceptorOrganization(String id, String name) {

}
