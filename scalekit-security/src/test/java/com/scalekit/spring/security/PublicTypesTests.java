package com.scalekit.spring.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each public type is documented.
 */
class PublicTypesTests {

	private static final Pattern PACKAGE = Pattern
		.compile("^### (com\\.scalekit\\.spring\\.security\\S*)$(.*?)(?=^#|\\z)", Pattern.MULTILINE | Pattern.DOTALL);

	private static final Pattern TYPE = Pattern.compile("`([A-Z][\\w.]*)`");

	@Test
	void areDocumented() throws IOException {
		assertThat(publicTypes()).containsExactlyInAnyOrderElementsOf(documentedTypes());
	}

	private static List<String> publicTypes() {
		return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(PublicTypesTests.class.getPackageName())
			.stream()
			.filter(PublicTypesTests::isPublic)
			.map((type) -> type.getName().replace('$', '.'))
			.toList();
	}

	private static boolean isPublic(JavaClass type) {
		return type.getModifiers().contains(JavaModifier.PUBLIC)
				&& type.getEnclosingClass().map(PublicTypesTests::isPublic).orElse(true);
	}

	private static List<String> documentedTypes() throws IOException {
		return PACKAGE.matcher(Files.readString(Path.of("..", "docs", "compatibility.md")))
			.results()
			.flatMap((section) -> TYPE.matcher(section.group(2))
				.results()
				.map((type) -> section.group(1) + "." + type.group(1)))
			.toList();
	}

}
