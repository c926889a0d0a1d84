package com.scalekit.spring.client.roles;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which permissions a role is returned with.
 */
public enum IncludedPermissions {

	/**
	 * Those that were added to the role itself.
	 */
	@JsonProperty("permissions")
	DIRECT,

	/**
	 * Those that were added to the role itself, and those it inherits.
	 */
	@JsonProperty("permissions:all")
	EFFECTIVE

}
