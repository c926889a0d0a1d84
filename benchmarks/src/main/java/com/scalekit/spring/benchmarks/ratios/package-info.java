/**
 * Side-by-side runs.
 */
@NullMarked
package com.scalekit.spring.benchmarks.ratios;

import org.jspecify.annotations.NullMarked;
