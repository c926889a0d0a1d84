/**
 * Measurements that need a JVM of their own.
 */
@NullMarked
package com.scalekit.spring.benchmarks.process;

import org.jspecify.annotations.NullMarked;
