package com.scalekit.spring.test.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The REST API as a table: its operations, objects and enums. The resource
 * {@code operations.txt} explains the format.
 */
public final class ApiTable {

	private static final String RESOURCE = "operations.txt";

	private final Map<String, ApiOperation> operations;

	private final List<ApiOperation> byPath;

	private final Map<String, ApiObject> objects;

	private final Map<String, List<String>> enums;

	ApiTable(Map<String, ApiOperation> operations, Map<String, ApiObject> objects, Map<String, List<String>> enums) {
		this.operations = operations;
		this.byPath = operations.values()
			.stream()
			.sorted((left, right) -> left.path().compareTo(right.path()))
			.toList();
		this.objects = objects;
		this.enums = enums;
	}

	/**
	 * Return the table of the API.
	 * @return the table, read once
	 */
	public static ApiTable load() {
		return Holder.TABLE;
	}

	static ApiTable parse(String text) {
		return new ApiTableParser(RESOURCE).parse(text.lines().toList());
	}

	private static ApiTable read() {
		try (InputStream resource = ApiTable.class.getResourceAsStream(RESOURCE)) {
			return parse(new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return all operations.
	 * @return the operations, in the order of the table
	 */
	public List<ApiOperation> operations() {
		return List.copyOf(this.operations.values());
	}

	/**
	 * Return an operation.
	 * @param id the id of the operation
	 * @return the operation
	 * @throws IllegalArgumentException if there is no such operation
	 */
	public ApiOperation operation(String id) {
		return require(this.operations.get(id), "operation", id);
	}

	/**
	 * Return the operation that a request is for.
	 * @param method the HTTP method
	 * @param path the path as it was sent
	 * @return the operation, if there is one
	 */
	public Optional<ApiOperation> find(String method, String path) {
		return this.byPath.stream()
			.filter((operation) -> operation.method().equals(method) && operation.path().matches(path))
			.findFirst();
	}

	/**
	 * Return all objects.
	 * @return the objects, in the order of the table
	 */
	public List<ApiObject> objects() {
		return List.copyOf(this.objects.values());
	}

	/**
	 * Return an object.
	 * @param name the name of the object
	 * @return the object
	 * @throws IllegalArgumentException if there is no such object
	 */
	public ApiObject object(String name) {
		return require(this.objects.get(name), "object", name);
	}

	/**
	 * Return the names of all enums.
	 * @return the names, in the order of the table
	 */
	public List<String> enums() {
		return List.copyOf(this.enums.keySet());
	}

	/**
	 * Return all constants of an enum, those that are not documented at the end.
	 * @param name the name of the enum
	 * @return the constants
	 * @throws IllegalArgumentException if there is no such enum
	 */
	public List<String> enumConstants(String name) {
		return constants(name).stream().map((constant) -> constant.replaceFirst("^\\+", "")).toList();
	}

	/**
	 * Return the constants of an enum that are documented.
	 * @param name the name of the enum
	 * @return the constants
	 * @throws IllegalArgumentException if there is no such enum
	 */
	public List<String> documentedEnumConstants(String name) {
		return constants(name).stream().filter((constant) -> !constant.startsWith("+")).toList();
	}

	private List<String> constants(String name) {
		return require(this.enums.get(name), "enum", name);
	}

	private static <T> T require(@Nullable T value, String kind, String name) {
		if (value == null) {
			throw new IllegalArgumentException("The table has no %s '%s'".formatted(kind, name));
		}
		return value;
	}

	private static final class Holder {

		private static final ApiTable TABLE = read();

	}

}
