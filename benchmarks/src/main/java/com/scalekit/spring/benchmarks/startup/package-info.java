/**
 * The applications whose start-up is compared.
 */
@NullMarked
package com.scalekit.spring.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
