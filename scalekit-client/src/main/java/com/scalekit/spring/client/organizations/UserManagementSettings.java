package com.scalekit.spring.client.organizations;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.Enveloped;
import com.scalekit.spring.client.http.JsonObject;

/**
 * How many users an organization may have.
 */
@Enveloped(value = "settings", inRequests = true)
public final class UserManagementSettings extends JsonObject<UserManagementSettings> {

	private static final String MAX_ALLOWED_USERS = "max_allowed_users";

	private static final UserManagementSettings NONE = new UserManagementSettings(Map.of());

	private UserManagementSettings(Map<String, @Nullable Object> members) {
		super(UserManagementSettings::new, members);
	}

	/**
	 * Limit the number of users.
	 * @param users the limit, at least 1
	 * @return the settings
	 * @throws IllegalArgumentException if the limit is less than 1
	 */
	public static UserManagementSettings limitedTo(int users) {
		Assert.isTrue(users > 0, "'users' must be at least 1");
		return NONE.with(MAX_ALLOWED_USERS, users);
	}

	/**
	 * Allow any number of users.
	 * @return the settings
	 */
	public static UserManagementSettings unlimited() {
		return NONE.with(MAX_ALLOWED_USERS, 0);
	}

	/**
	 * Switch the feature off.
	 * @return the settings
	 */
	public static UserManagementSettings off() {
		return NONE.withNull(MAX_ALLOWED_USERS);
	}

	@JsonCreator
	static UserManagementSettings of(@JsonProperty(MAX_ALLOWED_USERS) @Nullable Integer maxAllowedUsers) {
		return (maxAllowedUsers != null) ? NONE.with(MAX_ALLOWED_USERS, maxAllowedUsers) : off();
	}

	/**
	 * Return the limit.
	 * @return the limit, {@code 0} for no limit, {@code null} if the feature is off
	 */
	public @Nullable Integer maxAllowedUsers() {
		return get(MAX_ALLOWED_USERS);
	}

}
