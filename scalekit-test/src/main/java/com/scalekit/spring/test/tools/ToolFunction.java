package com.scalekit.spring.test.tools;

import java.util.Map;

/**
 * What a tool does in a test.
 */
@FunctionalInterface
public interface ToolFunction {

	/**
	 * Execute the tool. Other requests are answered meanwhile.
	 * @param params the arguments: strings, numbers, booleans, lists, maps and
	 * {@code null}
	 * @return the result, written as JSON
	 * @throws ToolFailure if the service that the tool calls fails
	 */
	Map<String, ?> execute(Map<String, Object> params);

}
