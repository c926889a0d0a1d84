/**
 * Spring Boot auto-configuration for resource servers.
 */
@NullMarked
package com.scalekit.spring.boot.autoconfigure.security.resource;

import org.jspecify.annotations.NullMarked;
