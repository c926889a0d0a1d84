package com.example;

/**
 * Another system, which is not always there.
 */
interface Licenses {

	void assign(String organizationId, String email);

}
