/**
 * The tools of Scalekit for chat models of Spring AI.
 */
@NullMarked
package com.scalekit.spring.ai;

import org.jspecify.annotations.NullMarked;
