/**
 * HTTP for what Scalekit sends. Not for applications: these types may change in any
 * release.
 */
@NullMarked
package com.scalekit.spring.boot.autoconfigure.inbound;

import org.jspecify.annotations.NullMarked;
