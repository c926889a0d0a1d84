/**
 * The authentication logs of the server.
 */
@NullMarked
package com.scalekit.spring.test.authenticationlogs;

import org.jspecify.annotations.NullMarked;
