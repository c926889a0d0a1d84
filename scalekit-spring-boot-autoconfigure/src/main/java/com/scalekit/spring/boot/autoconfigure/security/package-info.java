/**
 * What token validation and login share. Not for applications: these types may change in
 * any release.
 */
@NullMarked
package com.scalekit.spring.boot.autoconfigure.security;

import org.jspecify.annotations.NullMarked;
