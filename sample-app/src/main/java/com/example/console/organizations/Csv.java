package com.example.console.organizations;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Lines of comma-separated values, as in RFC 4180.
 */
final class Csv {

	private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

	/**
	 * Spreadsheets skip blanks, and know the wide characters, too.
	 */
	private static final Pattern FORMULA = Pattern.compile("^[\\s\\x00]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

	private Csv() {
	}

	static String line(@Nullable Object... values) {
		return Arrays.stream(values).map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
	}

	private static String field(@Nullable Object value) {
		String text = (value != null) ? withoutFormula(value.toString()) : "";
		return SPECIAL.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
	}

	/**
	 * A spreadsheet would run a text that starts like a formula. An apostrophe in front
	 * of it makes it a text.
	 */
	private static String withoutFormula(String text) {
		return FORMULA.matcher(text).find() ? "'" + text : text;
	}

}
