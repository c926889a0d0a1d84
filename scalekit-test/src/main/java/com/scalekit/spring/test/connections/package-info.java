/**
 * The connections of the server.
 */
@NullMarked
package com.scalekit.spring.test.connections;

import org.jspecify.annotations.NullMarked;
