package com.example.console.forms;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/**
 * Three-way comparison of the values of a form, which tells what its user has changed
 * from what others have changed meanwhile. The values that the form was loaded with
 * travel in hidden fields, so that the form can be open for as long as its user wants.
 * Scalekit has no conditional update, so what others change between the comparison and
 * the update goes unnoticed.
 *
 * @param fields the fields as they were sent, with those the form was loaded with
 * @param present the values that Scalekit has now, by the name of the field
 * @param entered the values that were entered, by the name of the field
 */
public record FormComparison(MultiValueMap<String, String> fields, Map<String, String> present,
		Map<String, String> entered) {

	private static final String LOADED = "loaded.";

	/**
	 * Return the values that a form was loaded with.
	 * @param fields the fields as they were sent
	 * @return the values, by the name of the field
	 */
	public static Map<String, String> loaded(MultiValueMap<String, String> fields) {
		Map<String, String> loaded = new LinkedHashMap<>();
		fields.toSingleValueMap().forEach((name, value) -> {
			if (name.startsWith(LOADED)) {
				loaded.put(name.substring(LOADED.length()), value);
			}
		});
		return loaded;
	}

	/**
	 * Return what to send.
	 * @return the names of the values
	 */
	public Set<String> changes() {
		Map<String, String> loaded = loaded(this.fields);
		return names(loaded).filter((name) -> differ(loaded, this.entered, name))
			.filter((name) -> differ(this.present, this.entered, name))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * Return whether others have changed values of the form, and its user does not know
	 * about it.
	 * @return whether to show the {@linkplain #page conflict page}
	 */
	public boolean hasConflict() {
		return !changes().isEmpty() && differences().stream().anyMatch(Difference::changedByOthers);
	}

	private List<Difference> differences() {
		Map<String, String> loaded = loaded(this.fields);
		return names(loaded).filter((name) -> differ(this.present, this.entered, name))
			.map((name) -> new Difference(name, this.present.get(name), this.entered.get(name),
					differ(loaded, this.present, name)))
			.toList();
	}

	private Stream<String> names(Map<String, String> loaded) {
		return Stream.of(loaded, this.present, this.entered).flatMap((values) -> values.keySet().stream()).distinct();
	}

	private static boolean differ(Map<String, String> values, Map<String, String> others, String name) {
		return !Objects.equals(values.get(name), others.get(name));
	}

	/**
	 * Return a page that shows what others have changed and what was entered, and asks
	 * which of them to keep. It sends the form again, with what is kept as what was
	 * entered, and with the present values as those it was loaded with.
	 * @param thing the name of what is edited
	 * @param path the path of the form
	 * @return the page
	 */
	public ModelAndView page(String thing, String path) {
		List<Difference> differences = differences();
		Map<String, List<String>> others = new LinkedHashMap<>(this.fields);
		others.keySet().removeIf((name) -> name.startsWith(LOADED) || name.equals("_csrf"));
		differences.forEach((difference) -> others.remove(difference.name()));
		return new ModelAndView("conflict", HttpStatus.CONFLICT).addObject("thing", thing)
			.addObject("path", path)
			.addObject("differences", differences)
			.addObject("others", others)
			.addObject("loaded", this.present);
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
