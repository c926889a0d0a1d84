package com.scalekit.spring.ai;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.execution.ToolExecutionException;
import org.springframework.util.Assert;

import com.scalekit.spring.client.tools.ScopedTool;
import com.scalekit.spring.client.tools.ScopedToolQuery;
import com.scalekit.spring.client.tools.Tool;
import com.scalekit.spring.client.tools.ToolQuery;
import com.scalekit.spring.client.tools.ToolsClient;

/**
 * Offers the tools of Scalekit to chat models of Spring AI. The user whose connected
 * account a tool acts with is chosen by the application, never by the model.
 * <pre class="code">
 * ScalekitToolCallbacks callbacks = ScalekitToolCallbacks.of(tools);
 * chatClient.prompt(text).tools(callbacks.forIdentifier("ann@acme.com")).call();
 * </pre>
 * <p>
 * A provider lists the tools each time it is asked for them, which a {@code ChatClient}
 * does for each prompt. To list them less often, keep the array that it returns. Do not
 * define a provider as a bean: Spring AI asks such beans at start-up.
 * <p>
 * What a model can do something about is thrown as a {@link ToolExecutionException},
 * whose message is for the model: the service or Scalekit refuses the call, the account
 * has to be authorized, or the arguments are no JSON object. All other exceptions of the
 * {@link ToolsClient} are thrown as they are.
 */
public final class ScalekitToolCallbacks {

	/**
	 * The key of the tool context under which the application's identifier of the user
	 * is, a {@code String}.
	 */
	public static final String IDENTIFIER = "scalekit.identifier";

	private final ToolsClient tools;

	private ScalekitToolCallbacks(ToolsClient tools) {
		this.tools = tools;
	}

	/**
	 * Offer tools.
	 * @param tools the client that lists and executes them
	 * @return the tools, none of which have been listed yet
	 */
	public static ScalekitToolCallbacks of(ToolsClient tools) {
		Assert.notNull(tools, "'tools' must not be null");
		return new ScalekitToolCallbacks(tools);
	}

	/**
	 * Offer all tools that a user can use. They act for this user only: a call whose tool
	 * context names another one is refused.
	 * @param identifier the application's identifier of the user
	 * @return lists the tools
	 * @throws IllegalArgumentException if the identifier is empty
	 */
	public ToolCallbackProvider forIdentifier(String identifier) {
		return forIdentifier(identifier, UnaryOperator.identity());
	}

	/**
	 * Offer some of the tools that a user can use. They act for this user only: a call
	 * whose tool context names another one is refused.
	 * @param identifier the application's identifier of the user
	 * @param conditions adds conditions to the query for all tools of the user, such as
	 * {@code (query) -> query.withConnectionNames("gmail")}
	 * @return lists the tools
	 * @throws IllegalArgumentException if the identifier is empty
	 */
	public ToolCallbackProvider forIdentifier(String identifier, UnaryOperator<ScopedToolQuery> conditions) {
		ScopedToolQuery query = conditions.apply(ScopedToolQuery.forIdentifier(identifier));
		return () -> {
			try (Stream<ScopedTool> scopedTools = this.tools.allScoped(query)) {
				return callbacks(scopedTools,
						(scoped) -> callback(scoped.tool(), ToolAccount.of(identifier, scoped.connectedAccountId())));
			}
		};
	}

	/**
	 * Offer tools without regard to users. Each call acts for the user whom the tool
	 * context names by {@link #IDENTIFIER}, and is refused if it names none.
	 * @param query which tools to offer, not only their names
	 * @return lists the tools
	 */
	public ToolCallbackProvider forToolContext(ToolQuery query) {
		Assert.notNull(query, "'query' must not be null");
		return () -> {
			try (Stream<Tool> listed = this.tools.all(query)) {
				return callbacks(listed, (tool) -> callback(tool, ToolAccount.OF_TOOL_CONTEXT));
			}
		};
	}

	/**
	 * A tool without a name cannot be executed.
	 */
	private @Nullable ScalekitToolCallback callback(@Nullable Tool tool, ToolAccount account) {
		return (tool != null && !tool.name().isEmpty()) ? ScalekitToolCallback.of(this.tools, tool, account) : null;
	}

	private static <T> ToolCallback[] callbacks(Stream<T> tools, Function<T, @Nullable ScalekitToolCallback> factory) {
		Map<String, ToolCallback> callbacks = new LinkedHashMap<>();
		tools.forEach((tool) -> {
			ScalekitToolCallback callback = factory.apply(tool);
			if (callback != null && callbacks.put(callback.name(), callback) != null) {
				throw new IllegalStateException(("There are several tools named '%s', perhaps of several accounts. "
						+ "Add conditions, such as ScopedToolQuery.withConnectionNames")
					.formatted(callback.name()));
			}
		});
		return callbacks.values().toArray(ToolCallback[]::new);
	}

}
