/**
 * The Scalekit environment that the console is connected to.
 */
@NullMarked
package com.example.console.environment;

import org.jspecify.annotations.NullMarked;
