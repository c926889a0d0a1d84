/**
 * Roles of an environment and of its organizations.
 */
@NullMarked
package com.scalekit.spring.client.roles;

import org.jspecify.annotations.NullMarked;
