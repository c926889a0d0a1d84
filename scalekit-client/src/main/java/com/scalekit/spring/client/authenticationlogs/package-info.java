/**
 * Logs of the sign-ins of an environment.
 */
@NullMarked
package com.scalekit.spring.client.authenticationlogs;

import org.jspecify.annotations.NullMarked;
