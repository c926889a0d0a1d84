/**
 * The passkeys of the users of the server.
 */
@NullMarked
package com.scalekit.spring.test.passkeys;

import org.jspecify.annotations.NullMarked;
