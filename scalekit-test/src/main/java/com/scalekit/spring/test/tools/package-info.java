/**
 * Tools, and what they do in tests.
 */
@NullMarked
package com.scalekit.spring.test.tools;

import org.jspecify.annotations.NullMarked;
