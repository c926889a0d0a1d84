/**
 * A long run under faults.
 */
@NullMarked
package com.scalekit.spring.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
