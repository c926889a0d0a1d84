package com.scalekit.spring.client.organizations;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/**
 * Where the data of an organization is kept.
 */
public enum RegionCode {

	/**
	 * The United States.
	 */
	US,

	/**
	 * The European Union.
	 */
	EU,

	/**
	 * A region this version of the client does not know.
	 */
	@JsonEnumDefaultValue
	UNKNOWN

}
