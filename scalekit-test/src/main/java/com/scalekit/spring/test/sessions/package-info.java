/**
 * The sessions of the users of the server.
 */
@NullMarked
package com.scalekit.spring.test.sessions;

import org.jspecify.annotations.NullMarked;
