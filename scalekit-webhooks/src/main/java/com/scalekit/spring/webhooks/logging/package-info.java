/**
 * Logs of what anybody may send. Not for applications: these types may change in any
 * release.
 */
@NullMarked
package com.scalekit.spring.webhooks.logging;

import org.jspecify.annotations.NullMarked;
