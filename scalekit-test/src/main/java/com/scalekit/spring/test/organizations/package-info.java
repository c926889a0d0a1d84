/**
 * The organizations of the server.
 */
@NullMarked
package com.scalekit.spring.test.organizations;

import org.jspecify.annotations.NullMarked;
