/**
 * Login: users sign in with Scalekit.
 */
@NullMarked
package com.scalekit.spring.security.login;

import org.jspecify.annotations.NullMarked;
