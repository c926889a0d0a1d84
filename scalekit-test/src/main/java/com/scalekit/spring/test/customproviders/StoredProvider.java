package com.scalekit.spring.test.customproviders;

import java.util.List;
import java.util.Map;

/**
 * A provider as the server keeps it, at one moment. This type gets new components when
 * Scalekit's providers do, so its constructor is no part of the API.
 *
 * @param id the id, such as {@code prv_1234}
 * @param identifier the name by which requests name the provider
 * @param displayName the name shown to people
 * @param description what the service is, may be empty
 * @param iconSrc the address of the icon, may be empty
 * @param authPatterns how accounts are authorized
 * @param proxyEnabled whether the API of the service can be called through Scalekit
 * @param proxyUrl the address of that API
 * @param metadata the application's own data, may be empty
 * @param isCustom always {@code true}
 */
public record StoredProvider(String id, String identifier, String displayName, String description, String iconSrc,
		List<Map<String, Object>> authPatterns, boolean proxyEnabled, String proxyUrl, Map<String, String> metadata,
		boolean isCustom) {

}
