/**
 * The clients that are compared, and the load they are put under.
 */
@NullMarked
package com.scalekit.spring.benchmarks.client;

import org.jspecify.annotations.NullMarked;
