/**
 * Users of an environment.
 */
@NullMarked
package com.scalekit.spring.client.users;

import org.jspecify.annotations.NullMarked;
