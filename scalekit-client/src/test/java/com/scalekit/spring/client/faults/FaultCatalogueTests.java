package com.scalekit.spring.client.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the catalogue of faults and the tests agree.
 */
class FaultCatalogueTests {

	private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|.*\\| ([^|]+) \\|$", Pattern.MULTILINE);

	@Test
	void theCatalogueListsEachFaultOnce() throws IOException {
		List<Integer> numbers = rows().stream().map(FaultCatalogueTests::number).toList();
		assertThat(numbers).containsExactlyElementsOf(IntStream.rangeClosed(1, 74).boxed().toList());
	}

	@Test
	void eachFaultOfTheClientHasATest() throws IOException {
		SortedSet<Integer> faults = rows().stream()
			.filter((row) -> row.group(2).contains("scalekit-client"))
			.map(FaultCatalogueTests::number)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(faultsWithTests()).isEqualTo(faults);
	}

	private static List<MatchResult> rows() throws IOException {
		return ROW.matcher(Files.readString(Path.of("../docs/faults.md"))).results().toList();
	}

	private static int number(MatchResult row) {
		return Integer.parseInt(row.group(1));
	}

	private static SortedSet<Integer> faultsWithTests() {
		return new ClassFileImporter().importPackages("com.scalekit.spring.client")
			.stream()
			.flatMap((type) -> type.getMethods().stream())
			.filter((method) -> method.isAnnotatedWith(Fault.class))
			.map((JavaMethod method) -> method.getAnnotationOfType(Fault.class))
			.flatMapToInt((fault) -> Arrays.stream(fault.value()))
			.boxed()
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
