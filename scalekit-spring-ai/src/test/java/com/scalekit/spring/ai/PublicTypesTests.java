package com.scalekit.spring.ai;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each public type is documented.
 */
class PublicTypesTests {

	private static final String ROOT = PublicTypesTests.class.getPackageName();

	private static final Pattern PACKAGE = Pattern.compile("^### " + Pattern.quote(ROOT) + "$(.*?)(?=^#|\\z)",
			Pattern.MULTILINE | Pattern.DOTALL);

	private static final Pattern TYPE = Pattern.compile("`([A-Z][\\w.]*)`");

	@Test
	void areDocumented() throws IOException {
		assertThat(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(ROOT)
			.stream()
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC))
			.map((type) -> type.getSimpleName())).containsExactlyInAnyOrderElementsOf(documentedTypes());
	}

	private static List<String> documentedTypes() throws IOException {
		return PACKAGE.matcher(Files.readString(Path.of("..", "docs", "compatibility.md")))
			.results()
			.flatMap((section) -> TYPE.matcher(section.group(1)).results())
			.map((type) -> type.group(1))
			.toList();
	}

}
