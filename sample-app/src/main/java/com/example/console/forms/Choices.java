package com.example.console.forms;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Check boxes of a form. Browsers send {@code on} for those that are chosen, and nothing
 * for the others.
 */
public final class Choices {

	private static final String ON = "on";

	private Choices() {
	}

	/**
	 * Return the choices of a form, which are missing if none was sent.
	 * @param choices what was sent, by the name of the choice
	 * @return the choices
	 */
	public static Map<String, String> orNone(@Nullable Map<String, String> choices) {
		return (choices != null) ? choices : Map.of();
	}

	/**
	 * Return the names of what is chosen.
	 * @param choices the choices
	 * @return the names
	 */
	public static List<String> chosen(Map<String, String> choices) {
		return choices.entrySet()
			.stream()
			.filter((choice) -> choice.getValue().equals(ON))
			.map(Map.Entry::getKey)
			.toList();
	}

	/**
	 * Return the values to compare, such as {@code off} for {@code role[admin]}.
	 * @param field the name of the field
	 * @param options the names of all choices there are
	 * @param choices the choices
	 * @return the values, by the name of the field with that of the choice
	 */
	public static Map<String, String> values(String field, Collection<String> options, Map<String, String> choices) {
		Map<String, String> values = new LinkedHashMap<>();
		options.forEach((option) -> values.put("%s[%s]".formatted(field, option), "off"));
		choices.forEach((option, value) -> values.put("%s[%s]".formatted(field, option), value));
		return values;
	}

}
