/**
 * A {@code ScalekitServer} for tests of Spring Boot applications.
 */
@NullMarked
package com.scalekit.spring.boot.test;

import org.jspecify.annotations.NullMarked;
