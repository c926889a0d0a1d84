package com.example.console.web;

/**
 * Paths that have a meaning for {@linkplain SecurityConfiguration security}.
 */
public final class Paths {

	/**
	 * An organization. What is below it is for those who may change this organization, so
	 * it must be read from there, too.
	 */
	public static final String ORGANIZATION = "/organizations/{id:org_\\w+}";

	private Paths() {
	}

}
