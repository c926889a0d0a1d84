package com.example.console.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Lines of comma-separated values, as in RFC 4180.
 */
public final class Csv {

	private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

	/**
	 * A value, with or without quotation marks, and what ends it.
	 */
	private static final Pattern VALUE = Pattern
		.compile("(?:\\s*+\"((?:[^\"]++|\"\")*+)\"[^,\r\n]*+|([^,\r\n]*+))(,|\r\n|\r|\n|\\z)");

	/**
	 * Spreadsheets skip blanks, and know the wide characters, too.
	 */
	private static final Pattern FORMULA = Pattern.compile("^[\\s\\x00]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

	private Csv() {
	}

	/**
	 * Return a line.
	 * @param values the values
	 * @return the line, with its end
	 */
	public static String line(@Nullable Object... values) {
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

	/**
	 * Read lines. Blank ones are left out.
	 * @param text the lines
	 * @return the values of each line
	 */
	public static List<List<String>> parse(String text) {
		List<List<String>> lines = new ArrayList<>();
		List<String> line = new ArrayList<>();
		Matcher matcher = VALUE.matcher(text);
		while (matcher.find()) {
			String quoted = matcher.group(1);
			line.add((quoted != null) ? quoted.replace("\"\"", "\"") : matcher.group(2).strip());
			if (!matcher.group(3).equals(",")) {
				if (line.stream().anyMatch((value) -> !value.isEmpty())) {
					lines.add(line);
				}
				line = new ArrayList<>();
			}
			if (matcher.group(3).isEmpty()) {
				break;
			}
		}
		return lines;
	}

}
