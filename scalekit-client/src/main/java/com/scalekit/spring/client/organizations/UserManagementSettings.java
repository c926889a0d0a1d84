package com.scalekit.spring.client.organizations;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import com.scalekit.spring.client.http.Enveloped;

/**
 * How many users an organization may have.
 *
 * @param maxAllowedUsers the limit, {@code 0} for no limit, {@code null} if the feature
 * is off
 */
@Enveloped(value = "settings", inRequests = true)
public record UserManagementSettings(@JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer maxAllowedUsers) {

	/**
	 * Limit the number of users.
	 * @param users the limit, at least 1
	 * @return the settings
	 * @throws IllegalArgumentException if the limit is less than 1
	 */
	public static UserManagementSettings limitedTo(int users) {
		Assert.isTrue(users > 0, "'users' must be at least 1");
		return new UserManagementSettings(users);
	}

	/**
	 * Allow any number of users.
	 * @return the settings
	 */
	public static UserManagementSettings unlimited() {
		return new UserManagementSettings(0);
	}

	/**
	 * Switch the feature off.
	 * @return the settings
	 */
	public static UserManagementSettings off() {
		return new UserManagementSettings(null);
	}

}
