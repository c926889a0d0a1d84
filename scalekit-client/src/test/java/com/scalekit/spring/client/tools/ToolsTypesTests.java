package com.scalekit.spring.client.tools;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.scalekit.spring.client.http.ScalekitJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What tools tell of themselves, and what is not shown of what goes in and comes out.
 */
class ToolsTypesTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void whatIsRequiredIsThere(String nothing) {
		assertThatIllegalArgumentException().isThrownBy(() -> ExecuteTool.named(nothing))
			.withMessage("'tool_name' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> ScopedToolQuery.forIdentifier(nothing))
			.withMessage("'identifier' must not be empty");
	}

	@Test
	void queryForNothingIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> ToolQuery.any().withToolNames())
			.withMessage("'filter.tool_name' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> ScopedToolQuery.forIdentifier("ann").withProviders())
			.withMessage("'filter.providers' must not be empty");
		assertThatIllegalArgumentException().isThrownBy(() -> ScopedToolQuery.forIdentifier("ann").withToolNames())
			.withMessage("'filter.tool_names' must not be empty");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ScopedToolQuery.forIdentifier("ann").withConnectionNames())
			.withMessage("'filter.connection_names' must not be empty");
	}

	@Test
	void argumentsAreNotInTheText() {
		assertThat(ExecuteTool.named("gmail_send").withParams(Map.of("body", "Dear Bob")))
			.hasToString("ExecuteTool[toolName=gmail_send, members=[tool_name, params]]");
	}

	@Test
	void resultIsFreeForm() {
		ToolExecution execution = ScalekitJson.read("""
				{"data":{"messages":[{"id":1,"text":null}],"next_page":2.5},"execution_id":"exe_1"}""",
				ToolExecution.class);
		assertThat(execution.data()).containsKeys("messages", "next_page").containsEntry("next_page", 2.5);
		assertThat(execution).hasToString("ToolExecution[data=[messages, next_page], executionId=exe_1]");
	}

	@Test
	void definitionOfTool() {
		Tool tool = ScalekitJson.read("""
				{"id":"tol_1","provider":"GMAIL","definition":{"name":"gmail_send","description":"Sends a mail",
				"input_schema":{"type":"object","required":["to"]}}}""", Tool.class);
		assertThat(tool.name()).isEqualTo("gmail_send");
		assertThat(tool.description()).isEqualTo("Sends a mail");
		assertThat(tool.inputSchema()).containsEntry("type", "object");
	}

	@Test
	void toolWithoutDefinition() {
		Tool tool = ScalekitJson.read("{\"id\":\"tol_1\"}", Tool.class);
		assertThat(tool.name()).isEmpty();
		assertThat(tool.description()).isEmpty();
		assertThat(tool.inputSchema()).isEmpty();
	}

}
