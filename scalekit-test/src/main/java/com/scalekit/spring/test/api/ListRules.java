package com.scalekit.spring.test.api;

/**
 * What a list has to be like.
 *
 * @param size the number of elements
 * @param unique whether no two elements are equal
 */
public record ListRules(Range size, boolean unique) {

	/**
	 * Any list.
	 */
	public static final ListRules NONE = new ListRules(Range.ALL, false);

}
