package com.scalekit.spring.client;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds what can be seen to be wrong with a text that was copied from somewhere, whatever
 * it means.
 */
final class TextFlaw {

	private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

	private static final Pattern QUOTED = Pattern.compile("([\"'`]).+\\1");

	private static final Pattern UNRESOLVED = Pattern.compile("\\$\\{[^{}]+}|[$%]SCALEKIT_\\w+%?");

	private static final Pattern PLACEHOLDER = Pattern.compile(
			"<[^<>]+>|\\{[^{}]+}|\\{\\{[^{}]+}}" + "|(?i:your[-_ ](scalekit[-_ ])?(client|env|environment)[-_ ]\\w+)");

	private TextFlaw() {
	}

	/**
	 * Find the first flaw of a text.
	 * @param text the text
	 * @return what the text must be or must not be, or {@code null} if it has no flaw
	 */
	static @Nullable String find(String text) {
		if (text.isBlank()) {
			return "must not be empty";
		}
		if (!text.equals(text.strip())) {
			return "must not begin or end with a blank or a line break";
		}
		if (QUOTED.matcher(text).matches()) {
			return "must not be enclosed in quotation marks";
		}
		if (UNRESOLVED.matcher(text).matches()) {
			return "must not be a placeholder that nothing resolves";
		}
		if (PLACEHOLDER.matcher(text).matches()) {
			return "must not be a placeholder";
		}
		return PRINTABLE.matcher(text).matches() ? null : "must consist of printable ASCII characters";
	}

	/**
	 * Whether a text is a placeholder that names a setting, and so cannot be a secret.
	 * @param text the text
	 * @return whether it can be repeated
	 */
	static boolean isNamedPlaceholder(String text) {
		return (UNRESOLVED.matcher(text).matches() || PLACEHOLDER.matcher(text).matches())
				&& text.matches("(?i)[ -~]*(client|env|scalekit)[ -~]*");
	}

}
