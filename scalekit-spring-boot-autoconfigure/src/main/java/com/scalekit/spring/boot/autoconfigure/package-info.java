/**
 * Spring Boot auto-configuration for the Scalekit clients.
 */
@NullMarked
package com.scalekit.spring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
