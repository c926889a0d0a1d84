package com.scalekit.spring.test.tools;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.scalekit.spring.test.server.Json;

/**
 * The details of a tool that a test registers. At first it takes any arguments and
 * returns at once, and its provider is what its name begins with: that of
 * {@code gmail_send} is {@code GMAIL}, and {@code echo} has none.
 *
 * @see Tools#register(String, ToolFunction, java.util.function.Consumer)
 */
public final class NewTool {

	private final String name;

	private String provider;

	private String description = "";

	private JsonNode inputSchema = schema("{\"type\":\"object\",\"properties\":{}}");

	private List<String> tags = List.of();

	private Duration delay = Duration.ZERO;

	NewTool(String name) {
		this.name = name;
		this.provider = name.contains("_") ? name.substring(0, name.indexOf('_')).toUpperCase(Locale.ROOT) : "";
	}

	private static JsonNode schema(String json) {
		return Json.readStrictly(json.getBytes(StandardCharsets.UTF_8), ObjectNode.class);
	}

	/**
	 * Set the service that the tool acts at. It is executed with an active connected
	 * account of that service only, or without any if there is no such service.
	 * @param provider the service, such as {@code GMAIL}, or {@code ""}
	 * @return this tool
	 */
	public NewTool provider(String provider) {
		this.provider = provider;
		return this;
	}

	/**
	 * Set what the tool does.
	 * @param description the description
	 * @return this tool
	 */
	public NewTool description(String description) {
		this.description = description;
		return this;
	}

	/**
	 * Set the JSON schema of the arguments. An execution without an argument that the
	 * schema requires is refused; nothing else of it is checked.
	 * @param inputSchema the schema, a JSON object
	 * @return this tool
	 */
	public NewTool inputSchema(String inputSchema) {
		this.inputSchema = schema(inputSchema);
		return this;
	}

	/**
	 * Set the tags.
	 * @param tags the tags
	 * @return this tool
	 */
	public NewTool tags(String... tags) {
		this.tags = List.of(tags);
		return this;
	}

	/**
	 * Set how long an execution takes.
	 * @param delay the time that passes before the response is sent
	 * @return this tool
	 */
	public NewTool takes(Duration delay) {
		this.delay = delay;
		return this;
	}

	StoredTool toTool(String id, ToolFunction function, Instant now) {
		return new StoredTool(id, this.name, this.provider, this.description, this.inputSchema, this.tags, this.delay,
				function, now);
	}

}
