package com.scalekit.spring.test.api;

import org.jspecify.annotations.Nullable;

/**
 * The type of a field.
 *
 * @param kind the kind of value
 * @param name the name in the table: that of a basic type, a string, an object or an enum
 * @param numbers what a number has to be in, or a duration in seconds
 * @param text what a string has to be like
 * @param map what a map has to be like
 * @param definedOnly whether numbers of an enum that have no name are refused
 * @param list what the list of such values has to be like, or {@code null} if there is
 * one value
 */
public record ApiType(Kind kind, String name, Range numbers, TextRules text, MapRules map, boolean definedOnly,
		@Nullable ListRules list) {

	static ApiType of(Kind kind, String name) {
		return new ApiType(kind, name, Range.ALL, TextRules.NONE, MapRules.NONE, false, null);
	}

	/**
	 * Return whether there is a list of values.
	 * @return whether there is a list of values
	 */
	public boolean isList() {
		return this.list != null;
	}

	/**
	 * Return whether protobuf leaves the value out of JSON when it is not set: messages
	 * have no default.
	 * @return whether the value is a message
	 */
	public boolean isMessage() {
		return this.list == null && switch (this.kind) {
			case OBJECT, TIMESTAMP, DURATION, JSON -> true;
			default -> false;
		};
	}

	/**
	 * Return the type of an element of the list.
	 * @return this type without the list
	 */
	public ApiType element() {
		return withList(null);
	}

	ApiType withNumbers(Range numbers) {
		return new ApiType(this.kind, this.name, numbers, this.text, this.map, this.definedOnly, this.list);
	}

	ApiType withText(TextRules text) {
		return new ApiType(this.kind, this.name, this.numbers, text, this.map, this.definedOnly, this.list);
	}

	ApiType withMap(MapRules map) {
		return new ApiType(this.kind, this.name, this.numbers, this.text, map, this.definedOnly, this.list);
	}

	ApiType withDefinedOnly() {
		return new ApiType(this.kind, this.name, this.numbers, this.text, this.map, true, this.list);
	}

	ApiType withList(@Nullable ListRules list) {
		return new ApiType(this.kind, this.name, this.numbers, this.text, this.map, this.definedOnly, list);
	}

	/**
	 * The kinds of values.
	 */
	public enum Kind {

		/**
		 * A string.
		 */
		STRING,

		/**
		 * {@code true} or {@code false}.
		 */
		BOOL,

		/**
		 * A number of 32 bits.
		 */
		INT32,

		/**
		 * A number of 32 bits that is not negative.
		 */
		UINT32,

		/**
		 * A number of 64 bits, a string in JSON.
		 */
		INT64,

		/**
		 * A number.
		 */
		DOUBLE,

		/**
		 * A point in time, as of RFC 3339.
		 */
		TIMESTAMP,

		/**
		 * A number of seconds, with an {@code s} behind it.
		 */
		DURATION,

		/**
		 * Bytes in Base64.
		 */
		BASE64,

		/**
		 * Any JSON object.
		 */
		JSON,

		/**
		 * A map of strings.
		 */
		MAP,

		/**
		 * An object of the table.
		 */
		OBJECT,

		/**
		 * The name of a constant of an enum of the table.
		 */
		ENUM

	}

}
