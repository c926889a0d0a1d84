package com.scalekit.spring.client.customproviders;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.Enveloped;

/**
 * A provider: a service that users connect accounts at.
 *
 * @param id the identifier
 * @param identifier the name of the provider
 * @param displayName the name shown to people
 * @param description what the service is
 * @param iconSrc the address of the icon
 * @param categories the categories
 * @param authPatterns how accounts are authorized, as JSON objects
 * @param proxyEnabled whether the API of the service can be called through Scalekit
 * @param proxyUrl the address of that API
 * @param metadata the application's own data
 * @param isCustom whether the provider is one of the environment itself
 * @param isCustomMcp whether the provider is an MCP server
 * @param comingSoon whether the provider cannot be used yet
 * @param displayPriority the place in lists
 */
@Enveloped("provider")
public record Provider(String id, String identifier, String displayName, String description, String iconSrc,
		List<String> categories, List<Map<String, @Nullable Object>> authPatterns, boolean proxyEnabled,
		String proxyUrl, Map<String, String> metadata, boolean isCustom, boolean isCustomMcp, boolean comingSoon,
		int displayPriority) {

}
