package com.scalekit.spring.ai;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

import org.springframework.ai.tool.execution.ToolExecutionException;

import com.scalekit.spring.client.error.ScalekitApiException;

/**
 * A tool was not executed, since the user has to authorize the connected account, again
 * or for the first time. It is the cause of a {@link ToolExecutionException}: the model
 * is told, unless the application has Spring AI rethrow this exception and sends the user
 * to an authorization link.
 */
public final class AuthorizationRequiredException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Name of the tool.
	 */
	private final String toolName;

	/**
	 * The application's identifier of the user.
	 */
	private final String identifier;

	/**
	 * Identifier of the account.
	 */
	private final @Nullable String connectedAccountId;

	AuthorizationRequiredException(String toolName, String identifier, @Nullable String connectedAccountId,
			ScalekitApiException cause) {
		super("The tool %s was not executed: the user has to authorize the connected account (again)"
			.formatted(toolName), cause);
		this.toolName = toolName;
		this.identifier = identifier;
		this.connectedAccountId = connectedAccountId;
	}

	/**
	 * Return the tool that the model has asked for.
	 * @return the name of the tool
	 */
	public String getToolName() {
		return this.toolName;
	}

	/**
	 * Return the user who has to authorize the account.
	 * @return the application's identifier of the user
	 */
	public String getIdentifier() {
		return this.identifier;
	}

	/**
	 * Return the account that has to be authorized.
	 * @return the identifier of the account, starting with {@code ca_}, or {@code null}
	 * if the user was named by the tool context
	 */
	public @Nullable String getConnectedAccountId() {
		return this.connectedAccountId;
	}

}
