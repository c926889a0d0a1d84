/**
 * Auto-configuration for the metrics of the Scalekit clients.
 */
@NullMarked
package com.scalekit.spring.boot.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
