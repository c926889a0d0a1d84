/**
 * The domains of the organizations of the server.
 */
@NullMarked
package com.scalekit.spring.test.domains;

import org.jspecify.annotations.NullMarked;
