/**
 * Connections, through which the users of an organization sign in.
 */
@NullMarked
package com.scalekit.spring.client.connections;

import org.jspecify.annotations.NullMarked;
