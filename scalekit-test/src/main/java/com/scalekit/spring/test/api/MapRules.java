package com.scalekit.spring.test.api;

/**
 * What a map of strings has to be like.
 *
 * @param size the number of pairs
 * @param keyLength the number of characters of each key
 * @param valueLength the number of characters of each value
 */
public record MapRules(Range size, Range keyLength, Range valueLength) {

	/**
	 * Any map.
	 */
	public static final MapRules NONE = new MapRules(Range.ALL, Range.ALL, Range.ALL);

}
