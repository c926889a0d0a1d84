package com.scalekit.spring.test.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the table, and refuses what does not fit together.
 */
final class ApiTableParser {

	private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

	private static final Set<String> FLAGS = Set.of("page_number", "idempotent", "non-idempotent", "read", "no-retry",
			"machine", "unpublished", "unverified");

	private static final Map<String, Pattern> SETTINGS = Map.of("page", Pattern.compile("[1-9]\\d*"), "timeout",
			Pattern.compile("[1-9]\\d*s"), "alias", Pattern.compile("\\w+"));

	private static final Pattern TARGET = Pattern.compile("(\\S+) (/\\S*)");

	private static final Pattern REQUEST = Pattern.compile("([a-z_]+)=(\\w+)");

	private static final Pattern RESPONSE = Pattern.compile("(2\\d\\d) (.+)");

	private static final Pattern DEFINITION = Pattern.compile("(?:(?:string|enum) )?(\\w+) = (.+)");

	private final String source;

	private final TypeParser types = new TypeParser();

	private final Map<String, ApiObject> objects = new LinkedHashMap<>();

	private final Map<String, List<String>> enums = new LinkedHashMap<>();

	private final Map<String, ApiOperation> operations = new LinkedHashMap<>();

	private String group = "";

	ApiTableParser(String source) {
		this.source = source;
	}

	/**
	 * Names come before what refers to them, whatever the order of the lines.
	 */
	ApiTable parse(List<String> lines) {
		List<Line> content = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
				content.add(new Line(i + 1, lines.get(i)));
			}
		}
		each(content, (text) -> !isKnown(text), (text) -> {
			throw new IllegalArgumentException("neither a group, an operation, a string, an object nor an enum");
		});
		each(content, (text) -> text.startsWith("string "), this::parseString);
		each(content, (text) -> text.startsWith("enum "), this::parseEnum);
		each(content, ApiTableParser::isObject, this::declareObject);
		each(content, ApiTableParser::isObject, this::parseObject);
		each(content, (text) -> text.startsWith("[") || text.contains(" | "), this::parseGroupOrOperation);
		each(content, (text) -> text.contains(" | "), this::checkAlias);
		return new ApiTable(this.operations, this.objects, this.enums);
	}

	private void each(List<Line> lines, Predicate<String> condition, Consumer<String> parser) {
		lines.stream().filter((line) -> condition.test(line.text())).forEach((line) -> {
			try {
				parser.accept(line.text());
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException(
						"%s, line %d: %s".formatted(this.source, line.number(), ex.getMessage()), ex);
			}
		});
	}

	private static boolean isObject(String text) {
		return !text.startsWith("string ") && !text.startsWith("enum ") && !text.startsWith("[")
				&& !text.contains(" | ") && text.contains(" = ");
	}

	private static boolean isKnown(String text) {
		return text.startsWith("string ") || text.startsWith("enum ") || text.startsWith("[") || text.contains(" | ")
				|| isObject(text);
	}

	private void parseString(String text) {
		Matcher definition = match(DEFINITION, text, "string Name = rules");
		this.types.addString(definition.group(1), definition.group(2));
	}

	private void parseEnum(String text) {
		Matcher definition = match(DEFINITION, text, "enum Name = CONSTANT +CONSTANT");
		this.types.add(ApiType.Kind.ENUM, definition.group(1));
		List<String> constants = List.of(definition.group(2).split(" "));
		refuseDuplicates(constants);
		this.enums.put(definition.group(1), constants);
	}

	private void declareObject(String text) {
		this.types.add(ApiType.Kind.OBJECT, match(DEFINITION, text, "Name = fields").group(1));
	}

	private void parseObject(String text) {
		Matcher definition = match(DEFINITION, text, "Name = fields");
		this.objects.put(definition.group(1), new ApiObject(definition.group(1), fields(definition.group(2))));
	}

	private void parseGroupOrOperation(String text) {
		if (text.startsWith("[")) {
			this.group = match(Pattern.compile("\\[(.+)]"), text, "[Group]").group(1);
			return;
		}
		String[] columns = text.split(" \\| ", -1);
		if (columns.length != 6) {
			throw new IllegalArgumentException("an operation has 6 columns and not " + columns.length);
		}
		Matcher target = match(TARGET, columns[1], "VERB /path");
		if (!METHODS.contains(target.group(1))) {
			throw new IllegalArgumentException("unknown verb '%s'".formatted(target.group(1)));
		}
		ApiPath path = ApiPath.of(target.group(2));
		Matcher response = match(RESPONSE, columns[4], "status response");
		add(new ApiOperation(columns[0], this.group, target.group(1), path, parameters(path, columns[2]),
				request(columns[3]), Integer.parseInt(response.group(1)), body(response.group(2)), traits(columns[5])));
	}

	private void add(ApiOperation operation) {
		if (this.group.isEmpty()) {
			throw new IllegalArgumentException("'%s' is in no group".formatted(operation.id()));
		}
		this.operations.values()
			.stream()
			.filter((other) -> other.id().equals(operation.id()) || other.reference().equals(operation.reference()))
			.findFirst()
			.ifPresent((other) -> {
				throw new IllegalArgumentException(
						"'%s' is there already, as %s".formatted(operation.id(), other.id()));
			});
		this.operations.put(operation.id(), operation);
	}

	private List<ApiField> parameters(ApiPath path, String text) {
		List<ApiField> parameters = (text.equals("-")) ? List.of() : fields(text);
		List<String> names = parameters.stream().map(ApiField::name).toList();
		path.variables().stream().filter((variable) -> !names.contains(variable)).findFirst().ifPresent((variable) -> {
			throw new IllegalArgumentException("the variable '%s' is no parameter".formatted(variable));
		});
		return parameters.stream()
			.map((parameter) -> (path.variables().contains(parameter.name())) ? parameter.asRequired() : parameter)
			.toList();
	}

	private @Nullable ApiRequestBody request(String text) {
		if (text.equals("-")) {
			return null;
		}
		if (text.startsWith("{")) {
			return new ApiRequestBody("", body(text));
		}
		Matcher request = match(REQUEST, text, "prefix=Object");
		return new ApiRequestBody(request.group(1), object(request.group(2)));
	}

	private ApiObject body(String text) {
		if (text.equals("{}")) {
			return ApiObject.EMPTY;
		}
		if (text.startsWith("{ ") && text.endsWith(" }")) {
			return new ApiObject("", fields(text.substring(2, text.length() - 2)));
		}
		return object(text);
	}

	private ApiObject object(String name) {
		ApiObject object = this.objects.get(name);
		if (object == null) {
			throw new IllegalArgumentException("unknown object '%s'".formatted(name));
		}
		return object;
	}

	private List<ApiField> fields(String text) {
		List<ApiField> fields = Arrays.stream(text.split(" ")).map(this.types::parseField).toList();
		refuseDuplicates(fields.stream().map(ApiField::name).toList());
		return fields;
	}

	private static Map<String, String> traits(String text) {
		Map<String, String> traits = new LinkedHashMap<>();
		if (!text.equals("-")) {
			for (String trait : text.split(" ")) {
				String[] pair = trait.split("=", 2);
				String value = (pair.length > 1) ? pair[1] : "";
				if (!FLAGS.contains(trait) && !isSetting(pair[0], value)) {
					throw new IllegalArgumentException("unknown trait '%s'".formatted(trait));
				}
				traits.put(pair[0], value);
			}
		}
		return traits;
	}

	private static boolean isSetting(String name, String value) {
		Pattern pattern = SETTINGS.get(name);
		return pattern != null && pattern.matcher(value).matches();
	}

	private void checkAlias(String text) {
		ApiOperation operation = this.operations.get(text.substring(0, text.indexOf(' ')));
		if (operation != null) {
			operation.alias().filter((alias) -> !this.operations.containsKey(alias)).ifPresent((alias) -> {
				throw new IllegalArgumentException("unknown operation '%s'".formatted(alias));
			});
		}
	}

	private static void refuseDuplicates(List<String> names) {
		names.stream()
			.filter((name) -> names.indexOf(name) != names.lastIndexOf(name))
			.findFirst()
			.ifPresent((name) -> {
				throw new IllegalArgumentException("'%s' is there twice".formatted(name));
			});
	}

	private static Matcher match(Pattern pattern, String text, String form) {
		Matcher matcher = pattern.matcher(text);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("'%s' is not of the form '%s'".formatted(text, form));
		}
		return matcher;
	}

	private record Line(int number, String text) {
	}

}
