package com.scalekit.spring.test.api;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a string has to be like.
 *
 * @param length the number of characters
 * @param prefix what it begins with, may be empty
 * @param allowed all it may be, or an empty list if that is not limited
 * @param email whether it is an email address
 * @param pattern a regular expression that is found in it, or {@code null}
 */
public record TextRules(Range length, String prefix, List<String> allowed, boolean email, @Nullable String pattern) {

	/**
	 * Any string.
	 */
	public static final TextRules NONE = new TextRules(Range.ALL, "", List.of(), false, null);

	/**
	 * Return the regular expression, whose end is the very end of the string as it is in
	 * the service.
	 * @return the compiled {@link #pattern()}, or {@code null}
	 */
	public @Nullable Pattern regex() {
		return (this.pattern != null) ? Pattern.compile(this.pattern.replace("$", "\\z")) : null;
	}

	/**
	 * Return whether these rules refuse the empty string, other than because it is not in
	 * the list.
	 * @return whether the empty string is too short or of the wrong form
	 */
	public boolean refuseEmpty() {
		Pattern regex = regex();
		return !this.length.contains(0) || !this.prefix.isEmpty() || this.email
				|| (regex != null && !regex.matcher("").find());
	}

	TextRules withLength(Range length) {
		return new TextRules(length, this.prefix, this.allowed, this.email, this.pattern);
	}

	TextRules withPrefix(String prefix) {
		return new TextRules(this.length, prefix, this.allowed, this.email, this.pattern);
	}

	TextRules withAllowed(List<String> allowed) {
		return new TextRules(this.length, this.prefix, allowed, this.email, this.pattern);
	}

	TextRules withEmail() {
		return new TextRules(this.length, this.prefix, this.allowed, true, this.pattern);
	}

	TextRules withPattern(String pattern) {
		return new TextRules(this.length, this.prefix, this.allowed, this.email, pattern);
	}

}
