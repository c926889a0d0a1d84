/**
 * A Scalekit environment that answers as cheaply as possible.
 */
@NullMarked
package com.scalekit.spring.benchmarks.server;

import org.jspecify.annotations.NullMarked;
