/**
 * Auto-configuration for interceptors.
 */
@NullMarked
package com.scalekit.spring.boot.autoconfigure.interceptors;

import org.jspecify.annotations.NullMarked;
