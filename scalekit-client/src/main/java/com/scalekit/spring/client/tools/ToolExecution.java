package com.scalekit.spring.client.tools;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.scalekit.spring.client.http.LargeResponse;

/**
 * What a tool has returned; {@code toString} only has the names of the members of its
 * data, which is the users' own.
 *
 * @param data the result, whose members depend on the tool
 * @param executionId the identifier of the execution, to be given to Scalekit's support
 */
@LargeResponse(megabytes = 16)
public record ToolExecution(Map<String, @Nullable Object> data, String executionId) {

	@Override
	public String toString() {
		return "ToolExecution[data=%s, executionId=%s]".formatted(this.data.keySet(), this.executionId);
	}

}
