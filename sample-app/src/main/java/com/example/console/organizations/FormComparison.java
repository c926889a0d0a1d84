package com.example.console.organizations;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Three-way comparison of the values of a form, which tells what its user has changed
 * from what others have changed meanwhile. Scalekit has no conditional update, so what
 * others change between the comparison and the update goes unnoticed.
 *
 * @param loaded the values that the form was loaded with, by name
 * @param present the values that Scalekit has now
 * @param entered the values that were entered
 */
record FormComparison(Map<String, String> loaded, Map<String, String> present, Map<String, String> entered) {

	/**
	 * Return the names of the values to send.
	 */
	Set<String> changes() {
		return names().filter((name) -> differ(this.loaded, this.entered, name))
			.filter((name) -> differ(this.present, this.entered, name))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * Return whether others have changed values of the form, and its user does not know
	 * about it.
	 */
	boolean hasConflict() {
		return !changes().isEmpty() && differences().stream().anyMatch(Difference::changedByOthers);
	}

	List<Difference> differences() {
		return names().filter((name) -> differ(this.present, this.entered, name))
			.map((name) -> new Difference(name, this.present.get(name), this.entered.get(name),
					differ(this.loaded, this.present, name)))
			.toList();
	}

	private Stream<String> names() {
		return Stream.of(this.loaded, this.present, this.entered)
			.flatMap((values) -> values.keySet().stream())
			.distinct();
	}

	private static boolean differ(Map<String, String> values, Map<String, String> others, String name) {
		return !Objects.equals(values.get(name), others.get(name));
	}

	/**
	 * Value that was entered and is different in Scalekit.
	 *
	 * @param name the name of the value
	 * @param present the value in Scalekit, {@code null} if there is none
	 * @param entered the value that was entered, {@code null} if there is none
	 * @param changedByOthers whether it was changed since the form was loaded
	 */
	record Difference(String name, @Nullable String present, @Nullable String entered, boolean changedByOthers) {

	}

}
