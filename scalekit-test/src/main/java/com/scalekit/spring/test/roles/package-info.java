/**
 * The roles of the server, and of its organizations.
 */
@NullMarked
package com.scalekit.spring.test.roles;

import org.jspecify.annotations.NullMarked;
