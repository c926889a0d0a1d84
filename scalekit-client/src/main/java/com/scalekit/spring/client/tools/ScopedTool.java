package com.scalekit.spring.client.tools;

import org.jspecify.annotations.Nullable;

/**
 * A tool that a user can use, and the connected account that it acts through.
 *
 * @param connectedAccountId the identifier of the account, starting with {@code ca_}
 * @param identifier the application's identifier of the user
 * @param tool the tool
 */
public record ScopedTool(String connectedAccountId, String identifier, @Nullable Tool tool) {

}
