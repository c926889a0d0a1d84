/**
 * The accounts that users have connected at other services.
 */
@NullMarked
package com.scalekit.spring.test.connectedaccounts;

import org.jspecify.annotations.NullMarked;
