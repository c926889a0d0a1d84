package com.scalekit.spring.client.customproviders;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Changes to a provider. The name, the address and the patterns are always sent.
 * Instances are immutable: each {@code with} method returns a changed copy.
 */
public final class UpdateCustomProvider extends JsonObject<UpdateCustomProvider> {

	private UpdateCustomProvider(Map<String, @Nullable Object> members) {
		super(UpdateCustomProvider::new, members);
	}

	/**
	 * Start with what is required.
	 * @param displayName the name shown to people, 1 to 200 letters, digits and spaces
	 * @param proxyUrl the address of the API of the service, with {@code https}
	 * @param authPatterns how accounts are authorized: each a JSON object whose members
	 * depend on the type of authorization
	 * @return changes to a provider
	 * @throws IllegalArgumentException if the name or the address is empty
	 */
	public static UpdateCustomProvider of(String displayName, String proxyUrl,
			List<? extends Map<String, ? extends @Nullable Object>> authPatterns) {
		Assert.hasText(displayName, "'display_name' must not be empty");
		Assert.hasText(proxyUrl, "'proxy_url' must not be empty");
		return new UpdateCustomProvider(Map.of()).with("display_name", displayName)
			.with("proxy_url", proxyUrl)
			.with("auth_patterns", authPatterns);
	}

	/**
	 * Set what the service is.
	 * @param description the description
	 * @return a copy with the description
	 */
	public UpdateCustomProvider withDescription(String description) {
		return with("description", description);
	}

	/**
	 * Set the icon.
	 * @param iconSrc the address of the icon, with {@code https}
	 * @return a copy with the icon
	 */
	public UpdateCustomProvider withIconSrc(String iconSrc) {
		return with("icon_src", iconSrc);
	}

	/**
	 * Set whether the API of the service can be called through Scalekit.
	 * @param proxyEnabled whether it can
	 * @return a copy with this
	 */
	public UpdateCustomProvider withProxyEnabled(boolean proxyEnabled) {
		return with("proxy_enabled", proxyEnabled);
	}

	/**
	 * Set the application's own data, as a whole.
	 * @param metadata at most 20 pairs, keys of 3 to 25 and values of 1 to 256 characters
	 * @return a copy with the data
	 */
	public UpdateCustomProvider withMetadata(Map<String, String> metadata) {
		return with("metadata", metadata);
	}

}
