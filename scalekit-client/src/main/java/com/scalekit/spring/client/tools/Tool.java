package com.scalekit.spring.client.tools;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A tool.
 *
 * @param id the identifier, starting with {@code tol_}
 * @param provider the service that the tool acts at, such as {@code GMAIL}
 * @param definition the definition: name, description, input schema and more
 * @param metadata further data of the tool
 * @param tags the tags
 * @param isDefault whether the tool is a default one
 * @param updatedAt when the tool was last changed
 */
public record Tool(String id, String provider, Map<String, @Nullable Object> definition,
		Map<String, @Nullable Object> metadata, List<String> tags, boolean isDefault, @Nullable Instant updatedAt) {

	/**
	 * Return the name, by which the tool is executed.
	 * @return the name, empty if the definition has none
	 */
	public String name() {
		return text("name");
	}

	/**
	 * Return what the tool does, for a model that chooses among tools.
	 * @return the description, empty if the definition has none
	 */
	public String description() {
		return text("description");
	}

	/**
	 * Return the JSON schema of the arguments.
	 * @return the schema, empty if the definition has none
	 */
	@SuppressWarnings("unchecked")
	public Map<String, @Nullable Object> inputSchema() {
		return (this.definition.get("input_schema") instanceof Map<?, ?> schema)
				? (Map<String, @Nullable Object>) schema : Map.of();
	}

	private String text(String member) {
		return (this.definition.get(member) instanceof String text) ? text : "";
	}

}
