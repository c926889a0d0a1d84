/**
 * Auto-configuration for the health of the Scalekit clients.
 */
@NullMarked
package com.scalekit.spring.boot.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
