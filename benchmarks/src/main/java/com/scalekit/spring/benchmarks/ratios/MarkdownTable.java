package com.scalekit.spring.benchmarks.ratios;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints a table, row by row.
 */
final class MarkdownTable {

	MarkdownTable(String title, String... columns) {
		System.out.printf("%n%s%n%n", title);
		row((Object[]) columns);
		row(Stream.of(columns).map((column) -> "---").toArray());
	}

	void row(Object... cells) {
		System.out.println(Stream.of(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |")));
	}

}
