package com.scalekit.spring.ai;

import org.jspecify.annotations.Nullable;

import org.springframework.ai.chat.model.ToolContext;
import org.springframework.util.StringUtils;

import com.scalekit.spring.client.tools.ExecuteTool;

/**
 * The account that a tool acts with.
 *
 * @param owner the application's identifier of the user, or {@code null} if the tool
 * context names the user
 * @param id the identifier of the account, or {@code null} if it is selected by the user
 */
record ToolAccount(@Nullable String owner, @Nullable String id) {

	static final ToolAccount OF_TOOL_CONTEXT = new ToolAccount(null, null);

	static ToolAccount of(String owner, String id) {
		return new ToolAccount(owner, id.isEmpty() ? null : id);
	}

	String identifier(@Nullable ToolContext toolContext) {
		String named = named(toolContext);
		if (this.owner == null) {
			if (named == null) {
				throw new IllegalStateException(
						"The tool context does not name a user, see ScalekitToolCallbacks.IDENTIFIER");
			}
			return named;
		}
		if (named != null && !named.equals(this.owner)) {
			throw new IllegalStateException("The tool context names another user than the one the tool acts for");
		}
		return this.owner;
	}

	private static @Nullable String named(@Nullable ToolContext toolContext) {
		if (toolContext == null || !toolContext.getContext().containsKey(ScalekitToolCallbacks.IDENTIFIER)) {
			return null;
		}
		if (toolContext.getContext().get(ScalekitToolCallbacks.IDENTIFIER) instanceof String identifier
				&& StringUtils.hasText(identifier)) {
			return identifier;
		}
		throw new IllegalStateException("'%s' in the tool context must be a String that is not empty"
			.formatted(ScalekitToolCallbacks.IDENTIFIER));
	}

	ExecuteTool select(ExecuteTool execution, String identifier) {
		ExecuteTool selected = execution.withIdentifier(identifier);
		return (this.id != null) ? selected.withConnectedAccountId(this.id) : selected;
	}

}
