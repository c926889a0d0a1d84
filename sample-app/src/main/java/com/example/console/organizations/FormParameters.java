package com.example.console.organizations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.util.MultiValueMap;

/**
 * Parameters of a form that remembers the values it was loaded with. They travel in
 * hidden fields, so that the form needs no session and can be open for as long as its
 * user wants.
 *
 * @param all the parameters of the request
 */
record FormParameters(MultiValueMap<String, String> all) {

	private static final String LOADED = "loaded.";

	private static final String CHOICE = "choice.";

	private static final Set<String> GENERATED = Set.of("_csrf");

	/**
	 * Return the values that the form was loaded with, by name.
	 */
	Map<String, String> loaded() {
		return startingWith(LOADED);
	}

	/**
	 * Return the names of the values that are to stay as they are in Scalekit.
	 */
	Set<String> kept() {
		Map<String, String> choices = startingWith(CHOICE);
		choices.values().retainAll(Set.of("present"));
		return choices.keySet();
	}

	/**
	 * Return the fields as they were entered.
	 */
	Map<String, List<String>> entered() {
		return this.all.entrySet()
			.stream()
			.filter((field) -> !field.getKey().startsWith(LOADED) && !field.getKey().startsWith(CHOICE)
					&& !GENERATED.contains(field.getKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private Map<String, String> startingWith(String prefix) {
		Map<String, String> values = new LinkedHashMap<>();
		this.all.toSingleValueMap().forEach((name, value) -> {
			if (name.startsWith(prefix)) {
				values.put(name.substring(prefix.length()), value);
			}
		});
		return values;
	}

}
