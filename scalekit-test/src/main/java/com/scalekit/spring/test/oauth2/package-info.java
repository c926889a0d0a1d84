/**
 * The access tokens of the server.
 */
@NullMarked
package com.scalekit.spring.test.oauth2;

import org.jspecify.annotations.NullMarked;
