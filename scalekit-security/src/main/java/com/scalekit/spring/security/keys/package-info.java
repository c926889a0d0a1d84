/**
 * The keys with which Scalekit signs its tokens.
 */
@NullMarked
package com.scalekit.spring.security.keys;

import org.jspecify.annotations.NullMarked;
