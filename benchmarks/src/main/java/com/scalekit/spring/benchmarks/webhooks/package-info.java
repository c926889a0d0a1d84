/**
 * Webhooks, and what they are compared with.
 */
@NullMarked
package com.scalekit.spring.benchmarks.webhooks;

import org.jspecify.annotations.NullMarked;
