/**
 * A {@code ScalekitServer} for tests without Spring.
 */
@NullMarked
package com.scalekit.spring.test.junit;

import org.jspecify.annotations.NullMarked;
