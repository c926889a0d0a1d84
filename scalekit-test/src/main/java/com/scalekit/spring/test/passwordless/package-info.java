/**
 * The e-mails of the server that users sign in with.
 */
@NullMarked
package com.scalekit.spring.test.passwordless;

import org.jspecify.annotations.NullMarked;
