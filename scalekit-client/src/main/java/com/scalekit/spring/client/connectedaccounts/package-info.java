/**
 * Accounts that users have connected at other services.
 */
@NullMarked
package com.scalekit.spring.client.connectedaccounts;

import org.jspecify.annotations.NullMarked;
