package com.scalekit.spring.ai;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.definition.ToolDefinition;

import com.scalekit.spring.client.error.ScalekitApiException;
import com.scalekit.spring.client.tools.ExecuteTool;
import com.scalekit.spring.client.tools.Tool;
import com.scalekit.spring.client.tools.ToolsClient;

/**
 * A tool of Scalekit, and the account that it acts with.
 */
final class ScalekitToolCallback implements ToolCallback {

	/**
	 * Numbers are passed on as they are written.
	 */
	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final TypeReference<@Nullable Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {
	};

	/**
	 * OpenAI refuses an object without {@code properties}.
	 */
	private static final String NO_ARGUMENTS = "{\"type\":\"object\",\"properties\":{}}";

	private final ToolsClient tools;

	private final ToolDefinition definition;

	private final ToolAccount account;

	private ScalekitToolCallback(ToolsClient tools, ToolDefinition definition, ToolAccount account) {
		this.tools = tools;
		this.definition = definition;
		this.account = account;
	}

	static ScalekitToolCallback of(ToolsClient tools, Tool tool, ToolAccount account) {
		ToolDefinition definition = ToolDefinition.builder()
			.name(tool.name())
			.description(tool.description())
			.inputSchema(tool.inputSchema().isEmpty() ? NO_ARGUMENTS : JSON.writeValueAsString(tool.inputSchema()))
			.build();
		return new ScalekitToolCallback(tools, definition, account);
	}

	String name() {
		return this.definition.name();
	}

	@Override
	public ToolDefinition getToolDefinition() {
		return this.definition;
	}

	@Override
	public String call(String toolInput) {
		return call(toolInput, null);
	}

	@Override
	public String call(String toolInput, @Nullable ToolContext toolContext) {
		String identifier = this.account.identifier(toolContext);
		ExecuteTool execution = this.account.select(ExecuteTool.named(name()).withParams(params(toolInput)),
				identifier);
		try {
			return JSON.writeValueAsString(this.tools.execute(execution).data());
		}
		catch (ScalekitApiException ex) {
			throw ToolFailures.translate(this.definition, identifier, this.account.id(), ex);
		}
	}

	private Map<String, @Nullable Object> params(String toolInput) {
		if (toolInput.isBlank()) {
			return Map.of();
		}
		try {
			Map<String, @Nullable Object> params = JSON.readValue(toolInput, OBJECT);
			if (params != null) {
				return params;
			}
			throw noObject(new IllegalArgumentException("The arguments are null"));
		}
		catch (JacksonException ex) {
			throw noObject(ex);
		}
	}

	private FailedToolCall noObject(RuntimeException cause) {
		return new FailedToolCall(this.definition,
				"The tool %s was not executed: its arguments must be a JSON object".formatted(name()), cause);
	}

}
