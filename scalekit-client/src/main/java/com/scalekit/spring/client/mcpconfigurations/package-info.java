/**
 * Configurations of MCP servers.
 */
@NullMarked
package com.scalekit.spring.client.mcpconfigurations;

import org.jspecify.annotations.NullMarked;
