package com.scalekit.spring.boot.autoconfigure;

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
 * Each public type is documented, unless its package is documented as one that is not for
 * applications.
 */
class PublicTypesTests {

	private static final String ROOT = PublicTypesTests.class.getPackageName();

	private static final Pattern PACKAGE = Pattern.compile("^### (" + Pattern.quote(ROOT) + "\\S*)$(.*?)(?=^#|\\z)",
			Pattern.MULTILINE | Pattern.DOTALL);

	private static final Pattern NOT_FOR_APPLICATIONS = Pattern
		.compile("`(" + Pattern.quote(ROOT) + "[a-z.]+)`(?=[^#]*\\z)");

	private static final Pattern EXCLUDE = Pattern.compile("<exclude>(com\\.scalekit\\.[\\w.]+)</exclude>");

	private static final Pattern TYPE = Pattern.compile("`([A-Z][\\w.]*)`");

	@Test
	void areDocumented() throws IOException {
		assertThat(publicTypes()).containsExactlyInAnyOrderElementsOf(documentedTypes());
	}

	@Test
	void areComparedWithTheLastReleaseIfTheyAreForApplications() throws IOException {
		List<String> excluded = EXCLUDE.matcher(Files.readString(Path.of("pom.xml")))
			.results()
			.map((match) -> match.group(1))
			.toList();
		assertThat(excluded).isNotEmpty().containsExactlyInAnyOrderElementsOf(packagesNotForApplications());
	}

	private static List<String> publicTypes() throws IOException {
		List<String> notForApplications = packagesNotForApplications();
		return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(ROOT)
			.stream()
			.filter(PublicTypesTests::isPublic)
			.filter((type) -> !notForApplications.contains(type.getPackageName()))
			.map((type) -> type.getName().replace('$', '.'))
			.toList();
	}

	private static boolean isPublic(JavaClass type) {
		return type.getModifiers().contains(JavaModifier.PUBLIC)
				&& type.getEnclosingClass().map(PublicTypesTests::isPublic).orElse(true);
	}

	private static List<String> documentedTypes() throws IOException {
		return PACKAGE.matcher(page())
			.results()
			.flatMap((section) -> TYPE.matcher(section.group(2))
				.results()
				.map((type) -> section.group(1) + "." + type.group(1)))
			.toList();
	}

	private static List<String> packagesNotForApplications() throws IOException {
		return NOT_FOR_APPLICATIONS.matcher(page()).results().map((match) -> match.group(1)).toList();
	}

	private static String page() throws IOException {
		return Files.readString(Path.of("..", "docs", "compatibility.md"));
	}

}
