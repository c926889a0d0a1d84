/**
 * The API clients of the organizations of the server.
 */
@NullMarked
package com.scalekit.spring.test.apiclients;

import org.jspecify.annotations.NullMarked;
