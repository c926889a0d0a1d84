package com.scalekit.spring.ai;

import java.io.Serial;

import org.springframework.ai.tool.definition.ToolDefinition;
import org.springframework.ai.tool.execution.ToolExecutionException;

/**
 * A failure that the model is told about.
 */
final class FailedToolCall extends ToolExecutionException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String message;

	FailedToolCall(ToolDefinition tool, String message, RuntimeException cause) {
		super(tool, cause);
		this.message = message;
	}

	/**
	 * The inherited message would be that of the cause, which is for the application.
	 */
	@Override
	public String getMessage() {
		return this.message;
	}

}
