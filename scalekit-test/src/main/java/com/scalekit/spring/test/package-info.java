/**
 * A Scalekit environment in memory, for tests and for running without an account.
 */
@NullMarked
package com.scalekit.spring.test;

import org.jspecify.annotations.NullMarked;
