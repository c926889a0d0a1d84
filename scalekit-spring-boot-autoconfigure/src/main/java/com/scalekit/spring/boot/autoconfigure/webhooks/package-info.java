/**
 * Auto-configuration for webhooks.
 */
@NullMarked
package com.scalekit.spring.boot.autoconfigure.webhooks;

import org.jspecify.annotations.NullMarked;
