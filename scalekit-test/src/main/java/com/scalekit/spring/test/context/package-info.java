/**
 * A {@code ScalekitServer} for tests of the Spring TestContext Framework.
 */
@NullMarked
package com.scalekit.spring.test.context;

import org.jspecify.annotations.NullMarked;
