/**
 * Permissions of an environment.
 */
@NullMarked
package com.scalekit.spring.client.permissions;

import org.jspecify.annotations.NullMarked;
