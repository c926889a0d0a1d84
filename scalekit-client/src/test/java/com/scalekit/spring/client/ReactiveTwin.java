package com.scalekit.spring.client;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Translates the source of a blocking contract to that of its reactive twin.
 */
final class ReactiveTwin {

	private static final Pattern IMPORTS = Pattern.compile("(?m)(^import .*;\\R+)+");

	private static final Pattern IMPORT = Pattern.compile("(?m)^import (\\S+);");

	private static final Pattern TYPE_COMMENT = Pattern.compile("(?s)^/\\*\\*.*?\\*/", Pattern.MULTILINE);

	private static final Pattern METHOD = Pattern
		.compile("(?m)^\\t(default )?(void|long|boolean|[A-Z][\\w.]*(?:<.*?>)?) (\\w+\\()");

	private static final Pattern THROWS = Pattern.compile("(?m)^\\t \\* @throws .*\\R(?:\\t \\* (?!@).*\\R)*");

	private static final Pattern VOID_METHOD = Pattern.compile("\\t \\*/\\R((?:\\t@.*\\R)*\\t(?:default )?void )");

	private static final Pattern VOID_BODY = Pattern.compile("(\\tdefault void [^{]*\\{\\R\\t\\t)");

	private static final Map<String, String> BOXES = Map.of("void", "Void", "long", "Long", "boolean", "Boolean");

	private static final List<Predicate<String>> GROUPS_OF_IMPORTS = List.of((type) -> type.startsWith("java."),
			(type) -> Stream.of("java.", "org.springframework.", "com.scalekit.").noneMatch(type::startsWith),
			(type) -> type.startsWith("org.springframework."), (type) -> type.startsWith("com.scalekit."));

	private ReactiveTwin() {
	}

	/**
	 * Translate a source.
	 * @param name the name of the blocking contract
	 * @param source its source
	 * @return the source of the twin, whose lines may be too long
	 */
	static String of(String name, String source) {
		String twin = TYPE_COMMENT.matcher(source)
			.replaceFirst((comment) -> escaped(typeComment(name, joined(comment.group()))));
		twin = twin.replace("public interface " + name, "public interface Reactive" + name);
		twin = THROWS.matcher(twin).replaceAll("");
		twin = VOID_METHOD.matcher(twin)
			.replaceAll((method) -> escaped("\t * @return a signal that it is done\n\t */\n" + method.group(1)));
		twin = VOID_BODY.matcher(twin).replaceAll("$1return ");
		twin = METHOD.matcher(twin).replaceAll((method) -> escaped(signature(method)));
		twin = twin.replace("Paging.stream(", "Paging.flux(")
			.replace("Paging.numbered(", "Paging.numberedMono(")
			.replaceAll("as(\\s+\\*)? they(\\s+\\*)? are(\\s+\\*)? read", "as$1 they$2 are$3 requested")
			.replaceAll(
					"to(\\s+\\*)? be(\\s+\\*)? read(\\s+\\*)? once(\\s+\\*)? and(\\s+\\*)? by(\\s+\\*)? one(\\s+\\*)? thread",
					"each subscription starting anew");
		return withImports(twin);
	}

	private static String joined(String comment) {
		return comment.replaceAll("\\s+\\*\\s+(?!/)", " ");
	}

	private static String typeComment(String name, String comment) {
		return comment.replace(
				". {@link Reactive%s} is the reactive twin; use that one on event-loop threads.".formatted(name),
				", for reactive code. Nothing is sent before a returned publisher is subscribed to; each subscription "
						+ "is a call of its own. {@link %s} is the blocking twin.".formatted(name))
			.replace("may throw a", "may signal a")
			.replace("is refused with an {@link IllegalArgumentException}.",
					"is refused with an {@link IllegalArgumentException} when the method is called.")
			.replace(" <p> ", "\n * <p>\n * ")
			.replace("/** ", "/**\n * ");
	}

	private static String signature(MatchResult method) {
		String modifier = (method.group(1) != null) ? method.group(1) : "";
		String type = method.group(2);
		String reactive = type.startsWith("Stream<") ? type.replaceFirst("Stream", "Flux")
				: "Mono<" + BOXES.getOrDefault(type, type) + ">";
		return "\t" + modifier + reactive + " " + method.group(3);
	}

	private static String withImports(String source) {
		TreeSet<String> types = IMPORT.matcher(source)
			.results()
			.map((match) -> match.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		types.addAll(List.of("reactor.core.publisher.Flux", "reactor.core.publisher.Mono"));
		String body = IMPORTS.matcher(source).replaceAll("");
		types.removeIf((type) -> !Pattern.compile("\\b" + type.substring(type.lastIndexOf('.') + 1) + "\\b")
			.matcher(body)
			.find());
		String imports = GROUPS_OF_IMPORTS.stream()
			.map((group) -> types.stream().filter(group).map("import %s;\n"::formatted).collect(Collectors.joining()))
			.filter((group) -> !group.isEmpty())
			.collect(Collectors.joining("\n"));
		return IMPORTS.matcher(source).replaceFirst(escaped(imports + "\n"));
	}

	private static String escaped(String replacement) {
		return replacement.replace("\\", "\\\\").replace("$", "\\$");
	}

}
