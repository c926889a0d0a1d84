/**
 * Sign-in with magic links and one-time passcodes sent by e-mail.
 */
@NullMarked
package com.scalekit.spring.client.passwordless;

import org.jspecify.annotations.NullMarked;
