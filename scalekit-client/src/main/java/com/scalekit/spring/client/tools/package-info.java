/**
 * Tools, which act at other services on behalf of users.
 */
@NullMarked
package com.scalekit.spring.client.tools;

import org.jspecify.annotations.NullMarked;
