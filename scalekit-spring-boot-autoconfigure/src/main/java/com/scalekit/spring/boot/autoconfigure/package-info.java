/**
 * Spring Boot auto-configuration for the Scalekit clients.
 *
 * @serial exclude
 */
@NullMarked
package com.scalekit.spring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
