package com.scalekit.spring.test.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a length or a number has to be in.
 *
 * @param min the least value, or {@link Long#MIN_VALUE}
 * @param max the largest value, or {@link Long#MAX_VALUE}
 */
public record Range(long min, long max) {

	/**
	 * Contains everything.
	 */
	public static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

	private static final Pattern TEXT = Pattern.compile("(\\d*)\\.\\.(\\d*)");

	static boolean isRange(String text) {
		return TEXT.matcher(text).matches() && !text.equals("..");
	}

	static Range parse(String text) {
		Matcher matcher = TEXT.matcher(text);
		if (!isRange(text) || !matcher.matches()) {
			throw new IllegalArgumentException("'%s' is no range".formatted(text));
		}
		String min = matcher.group(1);
		String max = matcher.group(2);
		Range range = new Range((!min.isEmpty()) ? Long.parseLong(min) : Long.MIN_VALUE,
				(!max.isEmpty()) ? Long.parseLong(max) : Long.MAX_VALUE);
		if (range.min > range.max) {
			throw new IllegalArgumentException("'%s' contains nothing".formatted(text));
		}
		return range;
	}

	/**
	 * Return whether there is a least value.
	 * @return whether there is a least value
	 */
	public boolean hasMin() {
		return this.min != Long.MIN_VALUE;
	}

	/**
	 * Return whether there is a largest value.
	 * @return whether there is a largest value
	 */
	public boolean hasMax() {
		return this.max != Long.MAX_VALUE;
	}

	/**
	 * Return whether a value is in the range.
	 * @param value the value
	 * @return whether the value is neither too small nor too large
	 */
	public boolean contains(long value) {
		return value >= this.min && value <= this.max;
	}

}
