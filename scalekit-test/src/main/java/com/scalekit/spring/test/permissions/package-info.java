/**
 * The permissions of the server.
 */
@NullMarked
package com.scalekit.spring.test.permissions;

import org.jspecify.annotations.NullMarked;
