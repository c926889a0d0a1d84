/**
 * What the Scalekit clients cost.
 */
@NullMarked
package com.scalekit.spring.benchmarks;

import org.jspecify.annotations.NullMarked;
