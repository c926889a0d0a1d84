/**
 * Spring Boot auto-configuration for login.
 */
@NullMarked
package com.scalekit.spring.boot.autoconfigure.security.login;

import org.jspecify.annotations.NullMarked;
