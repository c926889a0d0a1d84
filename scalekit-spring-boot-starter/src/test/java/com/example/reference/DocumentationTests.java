package com.example.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import com.scalekit.spring.client.ScalekitContracts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documentation shows code that compiles and properties that exist, and its links
 * lead somewhere.
 */
class DocumentationTests {

	static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

	private static final Pattern JAVA = Pattern.compile("^```java\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

	private static final Pattern YAML = Pattern.compile("^```yaml\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

	private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");

	private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

	@ParameterizedTest
	@MethodSource("pages")
	void showsCodeThatCompiles(Path page) {
		assertThat(matches(JAVA, page)).extracting((match) -> code(match.group(1)))
			.filteredOn((snippet) -> Sources.ALL.stream().noneMatch((source) -> source.contains(snippet)))
			.as("code that no source file has")
			.isEmpty();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void showsPropertiesThatExist(Path page) throws IOException {
		String metadata = metadata();
		for (MatchResult match : matches(YAML, page)) {
			Resource yaml = new ByteArrayResource(match.group(1).getBytes(StandardCharsets.UTF_8));
			assertThat(new YamlPropertySourceLoader().load("documentation", yaml))
				.flatMap((source) -> List.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
				.filteredOn((key) -> key.startsWith("scalekit"))
				.allSatisfy((key) -> assertThat(metadata).contains("\"name\": \"" + key + "\""));
		}
	}

	private static String metadata() throws IOException {
		StringBuilder all = new StringBuilder();
		for (Resource metadata : new PathMatchingResourcePatternResolver()
			.getResources("classpath*:META-INF/spring-configuration-metadata.json")) {
			all.append(metadata.getContentAsString(StandardCharsets.UTF_8));
		}
		return all.toString();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void linksLeadSomewhere(Path page) {
		assertThat(matches(LINK, page)).filteredOn((link) -> !leadsSomewhere(page, link))
			.extracting(MatchResult::group)
			.as("links that lead nowhere")
			.isEmpty();
	}

	private static boolean leadsSomewhere(Path page, MatchResult link) {
		Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
		return Files.exists(target) && (link.group(2) == null || matches(HEADING, target).stream()
			.anyMatch((heading) -> anchor(heading.group(1)).equals(link.group(2))));
	}

	@Test
	void namesEachClient() {
		assertThat(ScalekitContracts.all()).extracting(Class::getSimpleName)
			.filteredOn((client) -> !client.startsWith("Reactive"))
			.allSatisfy((client) -> assertThat(read(PROJECT.resolve("README.md"))).contains("| `" + client + "` |"));
	}

	static List<Path> pages() throws IOException {
		try (Stream<Path> reference = Files.list(PROJECT.resolve("docs"));
				Stream<Path> project = Stream.of("README.md", "CONTRIBUTING.md").map(PROJECT::resolve)) {
			return Stream.concat(project, reference)
				.filter((path) -> path.toString().endsWith(".md"))
				.sorted()
				.toList();
		}
	}

	private static List<MatchResult> matches(Pattern pattern, Path file) {
		return pattern.matcher(read(file)).results().toList();
	}

	private static String anchor(String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
	}

	/**
	 * Indentation and empty lines make no difference.
	 */
	private static String code(String text) {
		return text.lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.collect(Collectors.joining("\n", "\n", "\n"));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Sources {

		private static final List<String> ALL = sources();

		private static List<String> sources() {
			try (Stream<Path> modules = Files.list(PROJECT)) {
				return modules.map((module) -> module.resolve("src"))
					.filter(Files::isDirectory)
					.flatMap(Sources::javaFiles)
					.map((file) -> code(read(file)))
					.toList();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static Stream<Path> javaFiles(Path directory) {
			try (Stream<Path> files = Files.walk(directory)) {
				return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
