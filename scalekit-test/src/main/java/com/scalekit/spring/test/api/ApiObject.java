package com.scalekit.spring.test.api;

import java.util.List;
import java.util.Optional;

/**
 * An object of the API.
 *
 * @param name the name, or {@code ""} for the body of one operation only
 * @param fields the members
 */
public record ApiObject(String name, List<ApiField> fields) {

	static final ApiObject EMPTY = new ApiObject("", List.of());

	/**
	 * Return a member.
	 * @param name the name of the member
	 * @return the member, if there is one
	 */
	public Optional<ApiField> field(String name) {
		return this.fields.stream().filter((field) -> field.name().equals(name)).findFirst();
	}

}
