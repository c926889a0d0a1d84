package com.scalekit.spring.client.permissions;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.JsonObject;

/**
 * Request to create a permission.
 */
public final class CreatePermission extends JsonObject<CreatePermission> {

	private CreatePermission(Map<String, @Nullable Object> members) {
		super(CreatePermission::new, members);
	}

	/**
	 * Start with a name.
	 * @param name the name, 1 to 64 letters, digits, underscores and colons, such as
	 * {@code invoices:read}
	 * @return a request with the name
	 * @throws IllegalArgumentException if the name is empty
	 */
	public static CreatePermission named(String name) {
		Assert.hasText(name, "'name' must not be empty");
		return new CreatePermission(Map.of()).with("name", name);
	}

	/**
	 * Set what the permission allows.
	 * @param description the description, at most 2000 characters
	 * @return a copy with the description
	 */
	public CreatePermission withDescription(String description) {
		return with("description", description);
	}

}
