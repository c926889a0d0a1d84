package com.scalekit.spring.test.tools;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A tool that a test has registered.
 *
 * @param id the id, such as {@code tol_1234}
 * @param name the name
 * @param provider the service that the tool acts at, empty if it needs no account
 * @param description what the tool does
 * @param inputSchema the JSON schema of the arguments
 * @param tags the tags
 * @param delay how long an execution takes
 * @param function what the tool does
 * @param updatedAt when the tool was registered
 */
record StoredTool(String id, String name, String provider, String description, JsonNode inputSchema, List<String> tags,
		Duration delay, ToolFunction function, Instant updatedAt) {

	boolean needsAccount() {
		return !this.provider.isEmpty();
	}

	/**
	 * Return the tool as in the REST API.
	 */
	Map<String, Object> print() {
		Map<String, Object> definition = new LinkedHashMap<>();
		definition.put("name", this.name);
		definition.put("description", this.description);
		definition.put("input_schema", this.inputSchema);
		Map<String, Object> tool = new LinkedHashMap<>();
		tool.put("id", this.id);
		tool.put("provider", this.provider);
		tool.put("definition", definition);
		tool.put("metadata", Map.of());
		tool.put("tags", this.tags);
		tool.put("is_default", false);
		tool.put("updated_at", this.updatedAt);
		return tool;
	}

}
