package com.scalekit.spring.client.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The catalogue of faults and the tests agree.
 */
class FaultCatalogueTests {

	private static final Path CATALOGUE = Path.of("../docs/faults.md");

	private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|.*\\| ([^|]+) \\|$", Pattern.MULTILINE);

	private static final SimpleMetadataReaderFactory classes = new SimpleMetadataReaderFactory();

	@Test
	void catalogueListsEachFaultOnce() throws IOException {
		assertThat(rows().map(FaultCatalogueTests::number))
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 74).boxed().toList());
	}

	@Test
	void eachFaultOfTheClientHasATest() throws IOException {
		List<Integer> faults = rows().filter((row) -> row.group(2).contains("scalekit-client"))
			.map(FaultCatalogueTests::number)
			.toList();
		assertThat(faultsWithTests()).containsAll(faults);
	}

	private static Stream<MatchResult> rows() throws IOException {
		return ROW.matcher(Files.readString(CATALOGUE)).results();
	}

	private static Integer number(MatchResult row) {
		return Integer.valueOf(row.group(1));
	}

	private static Stream<Integer> faultsWithTests() throws IOException {
		return Stream
			.of(new PathMatchingResourcePatternResolver()
				.getResources("classpath*:com/scalekit/spring/client/**/*Tests.class"))
			.map(FaultCatalogueTests::read)
			.flatMap((type) -> type.getAnnotatedMethods(Fault.class.getName()).stream())
			.flatMap((method) -> IntStream.of(method.getAnnotations().get(Fault.class).getIntArray("value")).boxed());
	}

	private static AnnotationMetadata read(Resource type) {
		try {
			return classes.getMetadataReader(type).getAnnotationMetadata();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
