package com.example.console.signin;

import org.springframework.util.StringUtils;

/**
 * The organization of the people who run the console. A permission alone makes nobody an
 * administrator: customers may give it to their own people.
 *
 * @param organizationId the id of the organization, or an empty text if nobody is to see
 * all organizations
 */
public record Operator(String organizationId) {

	boolean is(String organizationId) {
		return StringUtils.hasText(this.organizationId) && this.organizationId.equals(organizationId);
	}

}
