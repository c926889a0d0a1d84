/**
 * Decoders of access tokens, and what they are compared with.
 */
@NullMarked
package com.scalekit.spring.benchmarks.tokens;

import org.jspecify.annotations.NullMarked;
