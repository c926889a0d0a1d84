package com.scalekit.spring.client.connections;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * How far the configuration of a connection is.
 */
public enum ConnectionStatus {

	/**
	 * The configuration has not begun.
	 */
	DRAFT,

	/**
	 * The configuration is not complete.
	 */
	IN_PROGRESS,

	/**
	 * The configuration is complete.
	 */
	COMPLETED,

	/**
	 * A status this version of the client does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
