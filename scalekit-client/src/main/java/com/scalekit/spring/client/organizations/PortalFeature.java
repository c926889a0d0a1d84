package com.scalekit.spring.client.organizations;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A part of the admin portal.
 */
public enum PortalFeature {

	/**
	 * Single sign-on.
	 */
	@JsonProperty("sso")
	SSO,

	/**
	 * Directory synchronisation.
	 */
	@JsonProperty("dir_sync")
	DIR_SYNC

}
