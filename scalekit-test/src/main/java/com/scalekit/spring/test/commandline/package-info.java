/**
 * A {@code ScalekitServer} that runs by itself, for applications in other languages and
 * for trying things out.
 */
@NullMarked
package com.scalekit.spring.test.commandline;

import org.jspecify.annotations.NullMarked;
