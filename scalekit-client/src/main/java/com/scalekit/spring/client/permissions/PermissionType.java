package com.scalekit.spring.client.permissions;

/**
 * Whose a permission is.
 */
public enum PermissionType {

	/**
	 * Scalekit's own.
	 */
	SCALEKIT,

	/**
	 * The environment's.
	 */
	ENVIRONMENT

}
