/**
 * The API tokens of the organizations and users of the server.
 */
@NullMarked
package com.scalekit.spring.test.apitokens;

import org.jspecify.annotations.NullMarked;
