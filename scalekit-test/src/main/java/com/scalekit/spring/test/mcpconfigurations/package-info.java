/**
 * Configurations of MCP servers.
 */
@NullMarked
package com.scalekit.spring.test.mcpconfigurations;

import org.jspecify.annotations.NullMarked;
