/**
 * Passkeys of users.
 */
@NullMarked
package com.scalekit.spring.client.passkeys;

import org.jspecify.annotations.NullMarked;
