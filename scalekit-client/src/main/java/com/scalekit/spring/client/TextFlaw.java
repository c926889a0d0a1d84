package com.scalekit.spring.client;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What can be seen to be wrong with a text that was copied from somewhere, whatever it
 * means.
 */
enum TextFlaw {

	EMPTY("must not be empty", String::isBlank),

	PADDED("must not begin or end with a blank or a line break", (text) -> !text.equals(text.strip())),

	QUOTED("must not be enclosed in quotation marks", matching("([\"'`]).+\\1")),

	UNRESOLVED("must not be a placeholder that nothing resolves", matching("\\$\\{[^{}]+}|[$%]SCALEKIT_\\w+%?")),

	PLACEHOLDER("must not be a placeholder",
			matching("<[^<>]+>|\\{[^{}]+}|\\{\\{[^{}]+}}"
					+ "|(?i:your[-_ ](scalekit[-_ ])?(client|env|environment)[-_ ]\\w+)")),

	UNPRINTABLE("must consist of printable ASCII characters", (text) -> !text.matches("[ -~]*"));

	private static final Predicate<String> NAME_OF_A_SETTING = Pattern.compile("(?i)client|env|scalekit").asPredicate();

	private final String reason;

	private final Predicate<String> predicate;

	TextFlaw(String reason, Predicate<String> predicate) {
		this.reason = reason;
		this.predicate = predicate;
	}

	private static Predicate<String> matching(String regex) {
		return Pattern.compile(regex).asMatchPredicate();
	}

	static Optional<TextFlaw> of(String text) {
		return Arrays.stream(values()).filter((flaw) -> flaw.predicate.test(text)).findFirst();
	}

	/**
	 * Whether a text is a placeholder that names a setting, and so cannot be a secret.
	 * @param text the text
	 * @return whether it can be repeated
	 */
	static boolean isNamedPlaceholder(String text) {
		return of(text).filter((flaw) -> flaw == UNRESOLVED || flaw == PLACEHOLDER).isPresent()
				&& NAME_OF_A_SETTING.test(text);
	}

	String reason() {
		return this.reason;
	}

}
