package com.scalekit.spring.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each public type is documented, either as one for applications or as one that is left
 * out of the comparison with the last release.
 */
class PublicTypesTests {

	private static final String ROOT = PublicTypesTests.class.getPackageName();

	private static final Pattern PACKAGE = Pattern.compile("^### (\\S+)$(.*?)(?=^#|\\z)",
			Pattern.MULTILINE | Pattern.DOTALL);

	private static final Pattern NOT_FOR_APPLICATIONS = Pattern.compile("^## Public, but not for applications$(.*)",
			Pattern.MULTILINE | Pattern.DOTALL);

	private static final Pattern TYPE = Pattern.compile("`([\\w.]*[A-Z][\\w.]*)`");

	private static final Pattern EXCLUDE = Pattern.compile("<exclude>(com\\.scalekit\\.[\\w.]+)</exclude>");

	@Test
	void areDocumented() throws IOException {
		List<String> documented = new ArrayList<>(forApplications());
		documented.addAll(notForApplications());
		assertThat(publicTypes()).containsExactlyInAnyOrderElementsOf(documented);
	}

	@Test
	void areComparedWithTheLastReleaseIfTheyAreForApplications() throws IOException {
		List<String> excluded = matches(EXCLUDE, Files.readString(Path.of("pom.xml"))).map((match) -> match.group(1))
			.toList();
		assertThat(excluded).containsExactlyInAnyOrderElementsOf(notForApplications());
	}

	private static List<String> publicTypes() {
		return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(ROOT)
			.stream()
			.filter(PublicTypesTests::isPublic)
			.map((type) -> type.getName().replace('$', '.'))
			.toList();
	}

	private static boolean isPublic(JavaClass type) {
		return type.getModifiers().contains(JavaModifier.PUBLIC)
				&& type.getEnclosingClass().map(PublicTypesTests::isPublic).orElse(true);
	}

	private static List<String> forApplications() throws IOException {
		return matches(PACKAGE, page()).filter((section) -> (section.group(1) + ".").startsWith(ROOT + "."))
			.flatMap((section) -> matches(TYPE, section.group(2)).map((type) -> section.group(1) + "." + type.group(1)))
			.toList();
	}

	private static List<String> notForApplications() throws IOException {
		return matches(NOT_FOR_APPLICATIONS, page()).flatMap((section) -> matches(TYPE, section.group(1)))
			.map((type) -> type.group(1))
			.toList();
	}

	private static Stream<MatchResult> matches(Pattern pattern, String text) {
		return pattern.matcher(text).results();
	}

	private static String page() throws IOException {
		return Files.readString(Path.of("..", "docs", "compatibility.md"));
	}

}
